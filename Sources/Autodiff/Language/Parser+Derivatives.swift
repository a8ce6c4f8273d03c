// Derivatives of one's own, behind the body of a function: `where d/dx = y, d/dy = x`.
extension Parser {
    /// Reads the derivatives of a function by its parameters, in their order; none where there is no `where`.
    mutating func derivatives(by parameters: [Symbol]) throws(GraphError) -> [Range<Int32>] {
        guard case .name(.where) = token.kind else { return [] }
        let place = token.start
        if parameters.isEmpty { throw error("A function without parameters has no derivatives.", at: place) }
        var trees = [Range<Int32>?](repeating: nil, count: parameters.count)
        repeat {
            try advance()
            // A list may go on in the next line.
            while case .newline = token.kind { try advance() }
            let start = token.start
            let position = try parameter(parameters)
            if trees[position] != nil {
                throw error("\"\(notation(parameters[position]))\" is given twice.", at: start)
            }
            trees[position] = try tree(of: .derivative)
        } while isComma
        let missing = parameters.indices.filter { trees[$0] == nil }.map { "\"\(notation(parameters[$0]))\"" }
        guard missing.isEmpty else {
            throw error(
                "Derivatives of one's own are given by every parameter; \(missing.joined(separator: ", ")) "
                    + "\(missing.count == 1 ? "is" : "are") missing.", at: place)
        }
        return trees.compactMap { $0 }
    }

    private var isComma: Bool {
        if case .comma = token.kind { true } else { false }
    }

    /// Reads `d/dx =`, and tells the place of `x` among the parameters.
    private mutating func parameter(_ parameters: [Symbol]) throws(GraphError) -> Int {
        let place = token.start
        guard case .name(let first) = token.kind, lexer.symbols.name(first) == "d" else { throw noDerivative(place) }
        try advance()
        guard case .binary(.divide, _) = token.kind else { throw noDerivative(place) }
        try advance()
        guard case .name(let second) = token.kind else { throw noDerivative(place) }
        let text = lexer.symbols.name(second)
        guard text.unicodeScalars.first == "d" else { throw noDerivative(place) }
        let name = String(text.unicodeScalars.dropFirst())
        guard let position = parameters.firstIndex(where: { lexer.symbols.name($0) == name }) else {
            throw noParameter(name, among: parameters)
        }
        try advance()
        guard case .assign = token.kind else { throw noDerivative(place) }
        try advance()
        return position
    }

    private func notation(_ parameter: Symbol) -> String { "d/d\(lexer.symbols.name(parameter))" }

    private func noDerivative(_ place: Int32) -> GraphError {
        error("A derivative by a parameter is written \"d/dx = ...\", for a parameter \"x\".", at: place)
    }

    private func noParameter(_ name: String, among parameters: [Symbol]) -> GraphError {
        let nearest = nearestName(to: name, among: parameters.map { lexer.symbols.name($0) })
        let hint = nearest.map { "; did you mean \"d/d\($0)\"?" } ?? "."
        return source.error(
            .invalidExpression, "\"\(name)\" is no parameter of this function\(hint)", at: token.start,
            suggestion: nearest.map { "d\($0)" })
    }

    /// What is said to a `where` that stands behind something else.
    var derivativeHint: String {
        "Only a function has derivatives of its own, as in \"f(x) = x^2 where d/dx = 2*x\"."
    }
}
