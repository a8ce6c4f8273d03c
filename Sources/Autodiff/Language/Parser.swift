/// Reads tokens into syntax trees.
///
/// Operator precedence with a stack of its own (Dijkstra's shunting yard), so that nesting costs no call stack.
struct Parser {
    /// What waits for its right operand or its closing parenthesis.
    struct Pending: BitwiseCopyable {
        enum Kind: BitwiseCopyable {
            case operation(Op)
            /// `?`, with the `:` still to come.
            case condition
            /// A parenthesis that groups.
            case group
            /// The parenthesis of a call, with the arguments that are complete, and the keywords read so far.
            case call(Symbol, argumentCount: Int32, keywordCount: Int32)
            /// The bracket of an array, with the elements that are complete.
            case array(elementCount: Int32)
        }

        var kind: Kind
        let precedence: Precedence
        /// The offset that an error about it points to.
        let place: Int32
    }

    var lexer: Lexer
    let limits: GraphLimits
    var token = Token(kind: .newline, start: 0)
    /// Whether a line ended, inside parentheses or brackets, right before the token.
    private(set) var beginsLine = false
    /// The bytes of the token before.
    private(set) var previous: Range<Int> = 0..<0
    var syntax = Syntax()
    var pending: [Pending] = []
    /// The keywords of open calls.
    var keywords: [Syntax.Keyword] = []
    /// How many parentheses and brackets are open.
    var depth = 0
    /// Where the open statement has a parenthesis that groups, if it has one.
    var firstGroup: Int32?
    /// What the expression that is being read is a part of.
    var part = Part.statement

    /// What an expression is a part of, which decides where it may end.
    enum Part: BitwiseCopyable {
        case statement
        /// The body of a function, behind which derivatives may follow.
        case body
        /// A derivative of a function, behind which another may follow.
        case derivative
    }

    /// Reads a program.
    static func parse(
        _ source: SourceText, limits: GraphLimits
    ) throws(GraphError) -> (syntax: Syntax, symbols: SymbolTable) {
        var parser = Parser(lexer: Lexer(source), limits: limits)
        try parser.program()
        return (parser.syntax, parser.lexer.symbols)
    }

    init(lexer: Lexer, limits: GraphLimits) {
        self.lexer = lexer
        self.limits = limits
    }

    var source: SourceText { lexer.source }

    /// Goes on to the next token; inside parentheses and brackets a newline is none.
    mutating func advance() throws(GraphError) {
        previous = Int(token.start)..<lexer.position
        token = try lexer.next()
        beginsLine = false
        while depth > 0, case .newline = token.kind {
            beginsLine = true
            token = try lexer.next()
        }
    }

    private mutating func program() throws(GraphError) {
        while true {
            switch token.kind {
            case .newline, .semicolon: try advance()
            case .end: return
            case _: try statement()
            }
        }
    }

    private mutating func statement() throws(GraphError) {
        let place = token.start
        let start = syntax.nodes.count
        firstGroup = nil
        try expression()
        guard case .assign = token.kind else {
            return syntax.statements.append(Syntax.Statement(target: .bare, start: Int32(start), place: place))
        }
        let target = try target(from: start, place)
        syntax.nodes.removeSubrange(start...)
        try advance()
        switch target {
        case .name(let name):
            _ = try tree(of: .statement)
            syntax.statements.append(Syntax.Statement(target: .name(name), start: Int32(start), place: place))
        case .function(let name, let parameters):
            let body = try tree(of: .body)
            let derivatives = try derivatives(by: parameters)
            let index = Int32(syntax.functions.count)
            syntax.functions.append(
                Syntax.Function(name: name, parameters: parameters, body: body, derivatives: derivatives))
            syntax.statements.append(Syntax.Statement(target: .function(index), start: Int32(start), place: place))
        }
    }

    /// Reads what stands behind a `=`.
    mutating func tree(of part: Part) throws(GraphError) -> Range<Int32> {
        let start = Int32(syntax.nodes.count)
        self.part = part
        try expression()
        self.part = .statement
        if case .assign = token.kind { throw secondAssignment() }
        return start..<Int32(syntax.nodes.count)
    }

    private enum Target {
        case name(Symbol)
        case function(Symbol, [Symbol])
    }

    /// What stands before a `=`, which has been read as an expression.
    private func target(from start: Int, _ place: Int32) throws(GraphError) -> Target {
        let nodes = syntax.nodes[start...]
        guard firstGroup == nil, let root = nodes.last else { throw noTarget(place) }
        if case .name(let name) = root.content, nodes.count == 1 { return .name(name) }
        guard case .call(let name, let count) = root.content, nodes.count == Int(count) + 1 else {
            throw noTarget(place)
        }
        var parameters: [Symbol] = []
        for node in nodes.dropLast() {
            guard case .name(let parameter) = node.content else { throw noParameter(node) }
            parameters.append(parameter)
        }
        if Set(parameters).count < parameters.count { throw sameParameter(Array(nodes.dropLast())) }
        return .function(name, parameters)
    }
}
