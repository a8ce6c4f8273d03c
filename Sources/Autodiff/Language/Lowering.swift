/// Turns resolved syntax into a graph, statement by statement, with every call of an own function inlined.
///
/// Postfix trees run on a stack of nodes, as on a pocket calculator; a call notes where to go on and runs the body.
struct Lowering {
    var graph = Graph()
    let resolved: Resolver
    private let shapes: [String: Shape]
    let limits: GraphLimits
    /// The node that a name stands for, once it does.
    private var places: [NodeIndex]
    /// What is computed and not yet used; the arguments of open calls are in it, too.
    var values: [NodeIndex] = []
    var calls: [Call] = []
    /// How much may still be inlined; without it, functions that only hand on their arguments could run for ever.
    private var budget: Int

    /// Where to go on after a call.
    struct Call: BitwiseCopyable {
        let function: Int32
        /// Where the arguments start among the values.
        let firstArgument: Int
        let next: Int
        let end: Int
        /// Where the caller's own arguments start among the values.
        let base: Int
        let place: Int32
    }

    init(_ resolved: Resolver, shapes: [String: Shape], limits: GraphLimits) throws(GraphError) {
        self.resolved = resolved
        self.shapes = shapes
        self.limits = limits
        graph.limits = limits
        places = [NodeIndex](repeating: -1, count: resolved.symbols.count)
        // Bodies read names and hand on arguments, too: several steps a node is usual.
        budget = 16 * min(limits.nodes, Int(Int32.max))
        let syntax = resolved.syntax
        for (index, statement) in syntax.statements.enumerated() {
            switch statement.target {
            case .function: continue
            case .name(let name): try assign(name, syntax.tree(of: index), statement.place)
            case .bare: try assign(.result, syntax.tree(of: index), statement.place)
            }
        }
    }

    /// The node of an id that the graph has.
    func place(ofID id: String) -> NodeIndex? {
        guard let name = resolved.symbols.symbol(named: id) else { return nil }
        let place = places[Int(name.index)]
        return place >= 0 ? place : nil
    }

    private mutating func assign(_ name: Symbol, _ tree: Range<Int32>, _ place: Int32) throws(GraphError) {
        var node = try value(of: tree, assignedTo: name)
        // `y = x` makes a node of its own: an id has one node, and a node one id.
        try checkElements(place)
        if Int(node) != graph.count - 1 || graph.namedNodes.nodes.last == node {
            try checkCount(place)
            node = graph.append(.positive, node)
        }
        places[Int(name.index)] = node
        graph.name(node, resolved.symbols.name(name))
    }

    private mutating func value(of tree: Range<Int32>, assignedTo name: Symbol) throws(GraphError) -> NodeIndex {
        values.removeAll(keepingCapacity: true)
        return try run(tree, assigning: name)
    }

    /// Runs a tree, whose arguments, if it is the body of a function, are the values.
    private mutating func run(_ tree: Range<Int32>, assigning name: Symbol) throws(GraphError) -> NodeIndex {
        var (next, end, base) = (Int(tree.lowerBound), Int(tree.upperBound), 0)
        while true {
            if next == end {
                guard let call = calls.last else { break }
                if let tree = try nextDerivative(of: call) {
                    (next, end) = (Int(tree.lowerBound), Int(tree.upperBound))
                    continue
                }
                calls.removeLast()
                let result = values.removeLast()
                values.removeSubrange(base...)
                values.append(result)
                (next, end, base) = (call.next, call.end, call.base)
                continue
            }
            let node = resolved.syntax.nodes[next]
            next += 1
            if !calls.isEmpty { try spend(node.place) }
            switch node.content {
            case .number(let number):
                try checkCount(node.place)
                values.append(graph.appendConstant(number))
            case .parameter(let position): values.append(values[base + Int(position)])
            case .name(let symbol):
                let place = places[Int(symbol.index)]
                values.append(place >= 0 ? place : try input(symbol, node.place, assigning: name))
            case .operation(let op):
                try checkCount(node.place)
                try apply(op, node.place)
            case .constant(let index):
                try checkCount(node.place)
                values.append(graph.appendConstant(tensor: resolved.syntax.constants[Int(index)]))
            case .application(let index): try apply(resolved.syntax.applications[Int(index)], node.place)
            case .array(let count): try stack(Int(count), node.place)
            case .index(let first, let count):
                try index(resolved.syntax.indices[Int(first)..<Int(first + count)], node.place)
            case .nothing: continue
            case .inlined(let index):
                let function = resolved.syntax.functions[Int(index)]
                let first = values.count - function.parameters.count
                calls.append(
                    Call(
                        function: index, firstArgument: first, next: next, end: end, base: base, place: node.place))
                base = first
                (next, end) = (Int(function.body.lowerBound), Int(function.body.upperBound))
            case .call, .keywordCall, .text: preconditionFailure("a call that was not resolved")
            }
        }
        return values.removeLast()
    }

    /// The node of a call of a function from outside of the program.
    mutating func call(_ function: Int32, _ arguments: [NodeIndex]) throws(GraphError) -> NodeIndex {
        let body = resolved.syntax.functions[Int(function)].body
        let place = resolved.syntax.nodes[Int(body.upperBound) - 1].place
        values = arguments
        calls = [Call(function: function, firstArgument: 0, next: 0, end: 0, base: 0, place: place)]
        let node = try run(body, assigning: .result)
        // A node of its own, as that of an op is.
        if Int(node) == graph.count - 1, !arguments.contains(node) { return node }
        try checkCount(place)
        return graph.append(.positive, node)
    }

    private mutating func apply(_ op: Op, _ place: Int32) throws(GraphError) {
        let arity = op.arity
        let first = values.count - arity
        let node =
            switch arity {
            case 1: graph.append(op, values[first])
            case 2: graph.append(op, values[first], values[first + 1])
            case 3: graph.append(op, values[first], values[first + 1], values[first + 2])
            case _: graph.append(op, Array(values[first...]))
            }
        guard let node else { throw shapeMismatch(op, values[first...], place) }
        values.removeLast(arity - 1)
        values[first] = node
    }

    /// The node of a name that has none yet: an input, unless the name is assigned further down.
    private mutating func input(
        _ symbol: Symbol, _ place: Int32, assigning target: Symbol
    ) throws(GraphError) -> NodeIndex {
        let name = resolved.symbols.name(symbol)
        if resolved.meanings[Int(symbol.index)].assignment >= 0 {
            throw usedBefore(symbol, name, place, assigning: target)
        }
        try checkCount(place)
        let node = graph.appendInput(name, shape: shapes[name] ?? .scalar, defaultValue: nil)
        graph.name(node, name)
        places[Int(symbol.index)] = node
        return node
    }

    func checkCount(_ place: Int32, adding count: Int = 1) throws(GraphError) {
        try checkElements(place)
        if graph.count <= limits.nodes - count { return }
        throw resolved.source.error(
            .limitExceeded,
            "The expression has more than \(limits.nodes) nodes with its functions inlined; this server takes no more.",
            at: outermostCall ?? place)
    }

    func checkElements(_ place: Int32) throws(GraphError) {
        if graph.elementCount <= limits.elements { return }
        throw resolved.source.error(
            .limitExceeded,
            "The arrays have more than \(limits.elements) elements together; this server takes no more.",
            at: outermostCall ?? place)
    }

    private mutating func spend(_ place: Int32) throws(GraphError) {
        budget -= 1
        if budget > 0 { return }
        throw resolved.source.error(
            .limitExceeded, "Inlining the functions takes too long: they call each other too many times.",
            at: outermostCall ?? place)
    }
}

// Errors.
extension Lowering {
    /// Whether the output is an expression without a name.
    private var endsBare: Bool {
        resolved.syntax.statements.contains { if case .bare = $0.target { true } else { false } }
    }

    private var outermostCall: Int32? { calls.first?.place }

    private func usedBefore(
        _ symbol: Symbol, _ name: String, _ place: Int32, assigning target: Symbol
    ) -> GraphError {
        let source = resolved.source
        let line = source.line(of: resolved.meanings[Int(symbol.index)].assignment)
        let detail =
            if symbol == .result, endsBare {
                "\"result\" is the id of the expression without a name in line \(line); one of the two needs another."
            } else if symbol == target, calls.isEmpty {
                "\"\(name)\" is used in its own assignment; give the new value a name of its own."
            } else if let call = outermostCall {
                "\"\(name)\" is used by a call in line \(source.line(of: call)) before its assignment in line \(line); "
                    + "move the assignment up."
            } else {
                "\"\(name)\" is used before its assignment in line \(line); move the assignment up."
            }
        return source.error(.invalidExpression, detail, at: place, node: name)
    }

    private func shapeMismatch(_ op: Op, _ operands: ArraySlice<NodeIndex>, _ place: Int32) -> GraphError {
        let list = operands.map { graph.shape(of: $0).description }.joined(separator: " and ")
        return resolved.source.error(
            .shapeMismatch, "The operands of \(op.name) have shapes \(list), which do not broadcast.", at: place)
    }
}
