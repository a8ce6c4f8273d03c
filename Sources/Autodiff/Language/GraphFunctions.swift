/// The functions of a graph document, read and resolved, as the program that they make together.
struct GraphFunctions {
    /// The function of a name: its place among those of the program, and how many arguments it takes.
    struct Entry {
        let index: Int32
        let parameterCount: Int
    }

    private(set) var entries: [String: Entry] = [:]
    /// What turns a call into nodes.
    var lowering: Lowering

    /// Reads functions, which may call each other in any order.
    init(_ descriptions: [FunctionDescription], limits: GraphLimits) throws(GraphError) {
        var texts: [(path: [GraphError.Step], text: String)] = []
        for function in descriptions {
            try function.checkNames()
            texts.append((function.path(.field("expression")), function.expression))
            for parameter in function.parameters {
                guard let text = function.derivatives[parameter] else { continue }
                texts.append((function.path(.field("derivatives"), .field(parameter)), text))
            }
        }
        let source = try SourceText(texts)
        var parser = Parser(lexer: Lexer(source), limits: limits)
        var piece = 0
        for (index, function) in descriptions.enumerated() {
            let body = try parser.piece(piece, of: source)
            var derivatives: [Range<Int32>] = []
            for next in piece + 1..<piece + 1 + function.derivatives.count {
                derivatives.append(try parser.piece(next, of: source))
            }
            piece += 1 + derivatives.count
            let parameters = function.parameters.map { parser.lexer.symbols.intern(unicode: $0) }
            parser.syntax.functions.append(
                Syntax.Function(
                    name: parser.lexer.symbols.intern(unicode: function.name), parameters: parameters, body: body,
                    derivatives: derivatives))
            entries[function.name] = Entry(index: Int32(index), parameterCount: parameters.count)
        }
        var syntax = parser.syntax
        syntax.statements = try syntax.functionsByCalls(source, parser.lexer.symbols).map { index in
            let start = syntax.functions[Int(index)].body.lowerBound
            return Syntax.Statement(target: .function(index), start: start, place: syntax.nodes[Int(start)].place)
        }
        let resolver = try Resolver(syntax, parser.lexer.symbols, source)
        for function in resolver.syntax.functions { try resolver.requireParametersOnly(function) }
        lowering = try Lowering(resolver, shapes: [:], limits: limits)
    }

    /// Appends a call to a graph.
    mutating func call(
        _ function: Int32, _ arguments: [NodeIndex], node id: String, in graph: inout Graph
    ) throws(GraphError) -> NodeIndex {
        swap(&lowering.graph, &graph)
        defer { swap(&lowering.graph, &graph) }
        do throws(GraphError) { return try lowering.call(function, arguments) } catch {
            throw GraphError(error.code, error.detail, at: error.place, node: id, suggestion: error.suggestion)
        }
    }
}

extension Parser {
    /// Reads a piece of a text, which is one expression.
    fileprivate mutating func piece(_ index: Int, of whole: SourceText) throws(GraphError) -> Range<Int32> {
        let start = whole.pieces[index].range.lowerBound
        lexer.source = whole.ending(with: index)
        lexer.position = start
        token = Token(kind: .newline, start: Int32(start))
        firstGroup = nil
        while case .newline = token.kind { try advance() }
        switch token.kind {
        case .end, .semicolon: throw error("An expression is missing.", at: token.start)
        case _: break
        }
        let first = Int32(syntax.nodes.count)
        try expression()
        while case .newline = token.kind { try advance() }
        switch token.kind {
        case .end: return first..<Int32(syntax.nodes.count)
        case .assign:
            throw error(
                "The expression of a function is its value; there is no \"=\". To compare, write \"==\".",
                at: token.start)
        case _: throw error("A function has one expression, which ends before this.", at: token.start)
        }
    }
}

extension Resolver {
    fileprivate func requireParametersOnly(_ function: Syntax.Function) throws(GraphError) {
        for tree in [function.body] + function.derivatives {
            guard let outside = outside(in: tree) else { continue }
            let (name, text) = (symbols.name(function.name), symbols.name(outside.name))
            let nearest = nearestName(to: text, among: function.parameters.map { symbols.name($0) })
            throw source.error(
                .unknownID,
                "\"\(text)\" is no parameter of \"\(name)\"\(nearest.map { "; did you mean \"\($0)\"?" } ?? ".")",
                at: outside.place, suggestion: nearest)
        }
    }
}
