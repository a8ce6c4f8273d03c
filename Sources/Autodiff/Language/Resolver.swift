/// Finds out what the names of calls and the parameters in bodies mean, and checks what can be checked without a graph.
struct Resolver {
    /// What is known of a name, as a value and as a function; these are apart, so that `gamma(gamma)` is a call.
    struct Meaning {
        /// Where it is first assigned, if it is.
        var assignment: Int32 = -1
        /// Where the function of this name is defined, if there is one.
        var definition: Int32 = -1
        /// The function of this name, once it is defined.
        var function: Int32 = -1
        /// Its place among the parameters of the function that is being read.
        var parameter: Int32 = -1
        /// The op of this name, once it has been looked up.
        var op: Op?
    }

    let source: SourceText
    let symbols: SymbolTable
    var syntax: Syntax
    private(set) var meanings: [Meaning]
    /// Texts that no attribute has taken yet.
    private var texts: [Int] = []

    init(_ syntax: Syntax, _ symbols: SymbolTable, _ source: SourceText) throws(GraphError) {
        self.source = source
        self.symbols = symbols
        self.syntax = syntax
        meanings = [Meaning](repeating: Meaning(), count: symbols.count)
        try collect()
        for index in syntax.statements.indices { try resolve(statement: index) }
    }

    /// Notes where each name is given its meaning, and refuses to give it two.
    private mutating func collect() throws(GraphError) {
        let last = syntax.statements.lastIndex { statement in
            if case .function = statement.target { false } else { true }
        }
        for (index, statement) in syntax.statements.enumerated() {
            switch statement.target {
            case .name(let name): try assign(name, statement.place)
            case .function(let index): try define(syntax.functions[Int(index)], statement.place)
            case .bare where index == last: try assign(.result, statement.place)
            case .bare:
                throw source.error(
                    .invalidExpression,
                    "Only the last statement may go without a name; write \"name = \" before this one.",
                    at: statement.place)
            }
        }
    }

    private mutating func assign(_ name: Symbol, _ place: Int32) throws(GraphError) {
        let first = meanings[Int(name.index)].assignment
        guard first >= 0 else { return meanings[Int(name.index)].assignment = place }
        let text = symbols.name(name)
        throw source.error(
            .duplicateID,
            name == .result
                ? "The name \"result\" is taken in line \(source.line(of: first)), and an expression without a name gets it."
                : "\"\(text)\" is assigned in line \(source.line(of: first)) already; a name is assigned once.",
            at: place, node: text)
    }

    private mutating func define(_ function: Syntax.Function, _ place: Int32) throws(GraphError) {
        let first = meanings[Int(function.name.index)].definition
        guard first >= 0 else { return meanings[Int(function.name.index)].definition = place }
        throw source.error(
            .invalidExpression,
            "The function \"\(symbols.name(function.name))\" is defined in line \(source.line(of: first)) already.",
            at: place)
    }

    private mutating func resolve(statement index: Int) throws(GraphError) {
        guard case .function(let number) = syntax.statements[index].target else {
            for node in syntax.tree(of: index) { try resolve(node: Int(node)) }
            return try checkTexts()
        }
        let function = syntax.functions[Int(number)]
        for (position, parameter) in function.parameters.enumerated() {
            meanings[Int(parameter.index)].parameter = Int32(position)
        }
        for tree in [function.body] + function.derivatives {
            for node in tree { try resolve(node: Int(node), in: function.name) }
        }
        for parameter in function.parameters { meanings[Int(parameter.index)].parameter = -1 }
        meanings[Int(function.name.index)].function = number
        try checkTexts()
        try noteOutside(number)
    }

    /// Notes whether the value of a function depends on other than its parameters.
    ///
    /// The derivative by a name that is no parameter would be lost where derivatives are given.
    private mutating func noteOutside(_ number: Int32) throws(GraphError) {
        let function = syntax.functions[Int(number)]
        guard let outside = outside(in: function.body) else { return }
        if !function.derivatives.isEmpty { throw dependsOnOutside(function, outside) }
        syntax.functions[Int(number)].outside = outside
    }

    func outside(in tree: Range<Int32>) -> Syntax.Outside? {
        for node in tree {
            let place = syntax.nodes[Int(node)].place
            switch syntax.nodes[Int(node)].content {
            case .name(let name): return Syntax.Outside(name: name, place: place)
            case .inlined(let callee):
                guard let outside = syntax.functions[Int(callee)].outside else { continue }
                return Syntax.Outside(name: outside.name, place: place)
            case _: continue
            }
        }
        return nil
    }

    private mutating func checkTexts() throws(GraphError) {
        for index in texts {
            if case .text = syntax.nodes[index].content { throw strayText(syntax.nodes[index].place) }
        }
        texts.removeAll()
    }

    private mutating func resolve(node index: Int, in function: Symbol? = nil) throws(GraphError) {
        let node = syntax.nodes[index]
        switch node.content {
        case .number, .constant, .operation, .application, .parameter, .inlined, .array, .index, .nothing: return
        case .text: texts.append(index)
        case .name(let name):
            let meaning = meanings[Int(name.index)]
            if meaning.parameter >= 0 {
                syntax.nodes[index].content = .parameter(meaning.parameter)
            } else if meaning.assignment < 0, let constant = name.constant {
                syntax.nodes[index].content = .number(constant)
            }
        case .call(let name, let count):
            try resolve(call: name, at: index, count, [], in: function)
        case .keywordCall(let number):
            let call = syntax.keywordCalls[Int(number)]
            try resolve(call: call.name, at: index, call.argumentCount, call.keywords, in: function)
        }
    }

    private mutating func resolve(
        call name: Symbol, at index: Int, _ count: Int32, _ keywords: [Syntax.Keyword], in function: Symbol?
    ) throws(GraphError) {
        let place = syntax.nodes[index].place
        let meaning = meanings[Int(name.index)]
        if meaning.function >= 0 {
            if let keyword = keywords.first { throw ownKeyword(name, keyword) }
            try check(name, count, place, parameters: syntax.functions[Int(meaning.function)].parameters.count)
            syntax.nodes[index].content = .inlined(meaning.function)
        } else if meaning.definition >= 0 {
            throw name == function ? callsItself(name, place) : calledBefore(name, place)
        } else {
            let op = try op(name, place)
            if keywords.isEmpty, op.isElementwise, op.arity == Int(count) {
                syntax.nodes[index].content = .operation(op)
            } else {
                try apply(op, name, at: index, Int(count), keywords)
            }
        }
    }

    private mutating func op(_ name: Symbol, _ place: Int32) throws(GraphError) -> Op {
        var op = meanings[Int(name.index)].op
        if op == nil {
            op = Op.named(symbols.name(name))
            meanings[Int(name.index)].op = op
        }
        guard let op else { throw noFunction(name, place) }
        if op == .input || op == .constant { throw callsSource(op, place) }
        return op
    }

    private func check(_ name: Symbol, _ count: Int32, _ place: Int32, parameters: Int) throws(GraphError) {
        if Int(count) == parameters { return }
        let noun = parameters == 1 ? "argument" : "arguments"
        throw source.error(
            .wrongArity, "\(symbols.name(name)) takes \(parameters) \(noun), not \(count).", at: place)
    }
}
