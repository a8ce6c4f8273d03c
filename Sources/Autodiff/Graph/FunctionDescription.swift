/// A function of one's own as a graph document states it, before anything about it is checked.
public struct FunctionDescription: Sendable {
    /// The name, by which nodes call it as an op.
    public var name: String
    /// The names of its parameters, in their order.
    public var parameters: [String]
    /// The value, as an expression of the parameters.
    public var expression: String
    /// The derivative by each parameter, as an expression of the parameters; empty where they are derived.
    public var derivatives: [String: String]

    /// Makes a description.
    public init(_ name: String, _ parameters: [String], _ expression: String, derivatives: [String: String] = [:]) {
        self.name = name
        self.parameters = parameters
        self.expression = expression
        self.derivatives = derivatives
    }
}

extension FunctionDescription {
    /// The way to a part of it from the root of the document.
    func path(_ steps: GraphError.Step...) -> [GraphError.Step] { [.field("functions"), .field(name)] + steps }

    /// Checks the names; the expressions have to be read for more.
    func checkNames() throws(GraphError) {
        guard isValidID(name) else {
            throw GraphError(
                .invalidID, "A function's name has 1 to 256 characters, none of them a control character.",
                at: .graph(path()))
        }
        if name == Op.input.name || name == Op.constant.name {
            throw GraphError(
                .invalidID, "\"\(name)\" is what makes a node without operands; a function has another name.",
                at: .graph(path()))
        }
        for (position, parameter) in parameters.enumerated() {
            let place = GraphError.Place.graph(path(.field("params"), .element(position)))
            guard Lexer.isName(parameter) else {
                throw GraphError(.invalidID, "A parameter is a name as expressions have them.", at: place)
            }
            if parameters.firstIndex(of: parameter) != position {
                throw GraphError(.duplicateID, "\"\(parameter)\" is the name of two parameters.", at: place)
            }
        }
        try checkDerivatives()
    }

    private func checkDerivatives() throws(GraphError) {
        if let unknown = derivatives.keys.filter({ !parameters.contains($0) }).min() {
            let nearest = nearestName(to: unknown, among: parameters)
            throw GraphError(
                .unknownID,
                "\"\(unknown)\" is no parameter of \"\(name)\"\(nearest.map { "; did you mean \"\($0)\"?" } ?? ".")",
                at: .graph(path(.field("derivatives"), .field(unknown))), suggestion: nearest)
        }
        if let missing = parameters.first(where: { derivatives[$0] == nil }), !derivatives.isEmpty {
            throw GraphError(
                .missingField,
                "Derivatives of one's own are given by every parameter; that by \"\(missing)\" is missing.",
                at: .graph(path(.field("derivatives"))))
        }
    }
}

extension Lexer {
    /// Whether a text is a name.
    fileprivate static func isName(_ text: String) -> Bool {
        guard let source = try? SourceText(text) else { return false }
        var lexer = Lexer(source)
        guard let token = try? lexer.next(), case .name = token.kind, token.start == 0 else { return false }
        return lexer.position == source.count
    }
}
