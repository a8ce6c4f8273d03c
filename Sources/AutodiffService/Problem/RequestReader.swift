import FoundationEssentials

/// Reads a body as a request, or says as a `Problem` why it is none.
package struct RequestReader: Sendable {
    package var maximumDepth: Int
    /// The protocol that the body is in, which may spell arrays in ways of its own.
    package var dialect: Dialect

    /// Whether plain texts are read from a tape, which changes nothing of what is read.
    package var isFast: Bool

    package init(
        maximumDepth: Int = JSONSyntax.defaultMaximumDepth, dialect: Dialect = .problem, isFast: Bool = true
    ) {
        self.maximumDepth = maximumDepth
        self.dialect = dialect
        self.isFast = isFast
    }

    /// Reads `body` as one JSON text that is a `Request`.
    ///
    /// What the fast way does not take is read in the ordinary one, by Foundation, which also finds the words for what is
    /// wrong.
    package func read<Request: Decodable>(_ type: Request.Type = Request.self, from body: [UInt8]) throws(Problem)
        -> Request
    {
        if isFast, let request = readFromTape(type, body) { return request }
        do {
            try JSONSyntax.check(body, maximumDepth: maximumDepth)
            return try decoder().decode(type, from: Data(body))
        } catch {
            throw Problem(reading: error)
        }
    }

    /// Reads a request from a tape; nothing where the body is not plain, or is not one.
    package func readFromTape<Request: Decodable>(_ type: Request.Type, _ body: [UInt8]) -> Request? {
        guard let tape = JSONTape(body, maximumDepth: maximumDepth) else { return nil }
        let source = JSONTapeSource(tape, dialect: dialect)
        guard let request = try? source.value(type, at: 0), !source.isUnsure else { return nil }
        return request
    }

    /// A decoder that takes the strings for non-finite numbers wherever a double is expected.
    ///
    /// `WireNumber` and `WireArray` take them by themselves, at the price of an error thrown and caught for each.
    private func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        if let key = Dialect.key { decoder.userInfo[key] = dialect }
        return decoder
    }
}

extension Problem {
    /// The problem with a body, or with a field of it, by what was thrown when it was read.
    init(reading error: any Error) {
        switch error {
        case let error as JSONSyntaxError: self.init(error)
        case let error as FieldError: self.init(error)
        case let error as DecodingError: self.init(error)
        case let problem as Problem: self = problem
        default: self.init(.internal, "The request could not be read.")
        }
    }
}
