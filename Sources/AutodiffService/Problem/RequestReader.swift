import FoundationEssentials

/// Reads a body as a request, or says as a `Problem` why it is none.
package struct RequestReader: Sendable {
    package var maximumDepth: Int
    /// The protocol that the body is in, which may spell arrays in ways of its own.
    package var dialect: Dialect

    package init(maximumDepth: Int = JSONSyntax.defaultMaximumDepth, dialect: Dialect = .problem) {
        self.maximumDepth = maximumDepth
        self.dialect = dialect
    }

    /// Reads `body` as one JSON text that is a `Request`.
    package func read<Request: Decodable>(_ type: Request.Type = Request.self, from body: [UInt8]) throws(Problem)
        -> Request
    {
        do {
            try JSONSyntax.check(body, maximumDepth: maximumDepth)
            return try decoder().decode(type, from: Data(body))
        } catch {
            throw Problem(reading: error)
        }
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
