/// A graph document whose ids, ops and operands are resolved, but not yet put into order.
struct Document {
    enum Operand {
        case node(Int)
        case number(Double)
    }

    /// What a node is computed by.
    enum Callee {
        case op(Op)
        /// A function of the document.
        case function(Int32)
    }

    private(set) var nodes: [NodeDescription]
    let functions: [String: GraphFunctions.Entry]
    private(set) var callees: [Callee] = []
    private(set) var operands: [[Operand]] = []
    private var indices: [String: Int] = [:]

    init(
        _ nodes: [NodeDescription], functions: [String: GraphFunctions.Entry] = [:], limits: GraphLimits
    ) throws(GraphError) {
        self.nodes = nodes
        self.functions = functions
        let literals = nodes.reduce(0) { $0 + $1.arguments.count }
        if nodes.count > limits.nodes || literals > 4 * limits.nodes {
            throw GraphError(
                .limitExceeded, "The graph has \(nodes.count) nodes; this server takes at most \(limits.nodes).",
                at: .graph([.field("nodes")]))
        }
        indices.reserveCapacity(nodes.count)
        callees.reserveCapacity(nodes.count)
        operands.reserveCapacity(nodes.count)
        for (index, node) in nodes.enumerated() {
            try checkID(node.id, index)
            if let first = indices.updateValue(index, forKey: node.id) {
                throw error(
                    .duplicateID, "The id \"\(node.id)\" is already that of node \(first); ids are unique.", index,
                    [.field("id")])
            }
        }
        for index in nodes.indices {
            moveValue(of: index)
            callees.append(try callee(of: index))
            operands.append(try resolveOperands(of: index))
        }
    }

    /// An error about a node, at a way from it.
    func error(
        _ code: GraphError.Code, _ detail: String, _ index: Int, _ path: [GraphError.Step], suggestion: String? = nil
    ) -> GraphError {
        GraphError(
            code, detail, at: .graph([.field("nodes"), .element(index)] + path), node: nodes[index].id,
            suggestion: suggestion)
    }

    /// An error about the operands or attributes of a node.
    func error(_ error: OpError, _ index: Int) -> GraphError {
        // A field that was left out is not a place to point to.
        var path: [GraphError.Step] = []
        if let attribute = error.attribute, nodes[index].attributes[attribute] != nil {
            path = [.field(attribute)]
        } else if error.attribute == nil, !nodes[index].arguments.isEmpty || error.code == .wrongArity {
            path = [.field("args")]
        }
        return self.error(error.code, error.detail, index, path, suggestion: error.suggestion)
    }

    /// The place of the node of an id.
    func index(of id: String, at place: GraphError.Place, node: String? = nil) throws(GraphError) -> Int {
        if let index = indices[id] { return index }
        let suggestion = nearestName(to: id, among: nodes.lazy.map(\.id))
        throw GraphError(
            .unknownID, "There is no node \"\(id)\"\(suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")",
            at: place, node: node, suggestion: suggestion)
    }

    /// The nodes that no node uses, in the order given.
    func unused() -> [Int] {
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for case .node(let operand) in operands.joined() { isUsed[operand] = true }
        return nodes.indices.filter { !isUsed[$0] }
    }

    /// The shape of an input: that of what is bound to it, else its own, else that of its default, else a scalar.
    func shape(ofInput index: Int, bound: Shape?) throws(GraphError) -> Shape {
        let node = nodes[index]
        let declared: Shape?
        do throws(OpError) { declared = try node.attributes.shape() } catch { throw self.error(error, index) }
        if let declared, let value = node.value, value.shape != declared {
            throw error(
                .shapeMismatch, "The `value` of input \"\(node.id)\" has shape \(value.shape), not \(declared).", index,
                [.field("value")])
        }
        if let declared, let bound, bound != declared {
            throw GraphError(
                .shapeMismatch, "Input \"\(node.id)\" has shape \(declared), but what is bound to it \(bound).",
                at: .inputs([.field(node.id)]), node: node.id)
        }
        return bound ?? declared ?? node.value?.shape ?? .scalar
    }

    private func checkID(_ id: String, _ index: Int) throws(GraphError) {
        guard !isValidID(id) else { return }
        throw error(
            .invalidID, "An id has 1 to 256 characters, none of them a control character.", index, [.field("id")])
    }

    /// Makes the number of a node an attribute where its op has one of that name, such as a margin's.
    private mutating func moveValue(of index: Int) {
        guard let number = nodes[index].value?.scalar, functions[nodes[index].op] == nil,
            let op = Op.named(nodes[index].op), op != .constant, op != .input, op.attributeNames.contains("value")
        else { return }
        nodes[index].value = nil
        nodes[index].attributes = nodes[index].attributes.adding(.number(number), for: "value")
    }

    private func callee(of index: Int) throws(GraphError) -> Callee {
        let node = nodes[index]
        guard !functions.isEmpty, let function = functions[node.op] else { return .op(try op(of: index)) }
        let count = function.parameterCount
        if node.arguments.count != count {
            throw error(.arity(node.op, count...count, node.arguments.count, in: "`args`"), index)
        }
        if let field = node.attributes.names.first ?? node.value.map({ _ in "value" }) {
            throw error(
                .invalidAttribute, "\(node.op), a function of this graph, takes no `\(field)`.", index, [.field(field)])
        }
        return .function(function.index)
    }

    private func op(of index: Int) throws(GraphError) -> Op {
        let node = nodes[index]
        guard let op = Op.named(node.op) else {
            let isKnown = AbsentOp.named(node.op) != nil
            let suggestion = isKnown ? nil : nearestName(to: node.op, among: Array(Op.names) + functions.keys)
            throw error(
                .unknownOp, AbsentOp.absence(of: node.op, calling: "op", suggestion: suggestion), index, [.field("op")],
                suggestion: suggestion)
        }
        if !op.arities.contains(node.arguments.count) {
            throw error(.arity(op.name, op.arities, node.arguments.count, in: "`args`"), index)
        }
        if node.value != nil, op != .input, op != .constant {
            let isNumber = op.attributeNames.contains("value")
            throw error(
                .invalidAttribute, isNumber ? "The `value` of \(op.name) is a number." : "\(op.name) takes no `value`.",
                index, [.field("value")])
        }
        if node.attributes.isEmpty { return op }
        for name in node.attributes.names where !op.attributeNames.contains(name) {
            if op.operands.contains(where: { $0.name == name && $0.defaultValue != nil }) { continue }
            // What another op takes is no typo.
            if Op.allAttributeNames.contains(name) {
                throw error(.invalidAttribute, "\(op.name) takes no `\(name)`.", index, [.field(name)])
            }
            let fields = ["id", "op", "args"] + (op.arity == 0 ? ["value"] : [])
            throw error(.unknownAttribute(name, of: op.name, known: op.attributeNames + fields), index)
        }
        return op
    }

    private func resolveOperands(of index: Int) throws(GraphError) -> [Operand] {
        var result: [Operand] = []
        result.reserveCapacity(nodes[index].arguments.count)
        for (position, argument) in nodes[index].arguments.enumerated() {
            switch argument {
            case .number(let number): result.append(.number(number))
            case .id(let id):
                let place = GraphError.Place.graph(
                    [.field("nodes"), .element(index), .field("args"), .element(position)])
                result.append(.node(try self.index(of: id, at: place, node: nodes[index].id)))
            }
        }
        try appendNamedOperands(of: index, to: &result)
        return result
    }

    /// Appends those operands that are given by their names, or left out for their defaults.
    private func appendNamedOperands(of index: Int, to operands: inout [Operand]) throws(GraphError) {
        guard case .op(let op) = callees[index] else { return }
        let node = nodes[index]
        if !node.attributes.isEmpty {
            let given = op.operands.prefix(operands.count).first {
                node.attributes[$0.name] != nil && $0.defaultValue != nil
            }
            if let given {
                throw error(
                    .invalidAttribute, "\(op.name) is given `\(given.name)` twice: in `args`, and by its name.", index,
                    [.field(given.name)])
            }
        }
        for operand in op.operands.dropFirst(operands.count) {
            guard let fallback = operand.defaultValue else { continue }
            do throws(OpError) {
                operands.append(.number(try node.attributes.number(operand.name) ?? fallback))
            } catch {
                throw self.error(error, index)
            }
        }
    }
}

/// Whether a name may be the id of a node: 1 to 256 characters, none of them a control character.
func isValidID(_ id: String) -> Bool {
    !id.isEmpty && id.unicodeScalars.prefix(257).count <= 256
        && !id.unicodeScalars.contains { $0.properties.generalCategory == .control }
}
