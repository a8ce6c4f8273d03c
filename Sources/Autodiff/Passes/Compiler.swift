extension Program {
    /// Lays a graph out to run.
    ///
    /// - Parameters:
    ///   - graph: The function, with derivatives appended where they are wanted.
    ///   - wanted: The nodes whose numbers a run is asked for, in the order in which it gives them.
    /// - Returns: A program that gives the same bits as evaluating the graph node by node.
    package static func compile(_ graph: Graph, wanted: [NodeIndex]) -> Program {
        let simple = Simplify(graph, wanted: wanted)
        return assemble(simple.graph, wanted: wanted.compactMap { simple.places[Int($0)] })
    }

    private static func assemble(_ graph: Graph, wanted: [NodeIndex]) -> Program {
        var offsets = [Int32](repeating: 0, count: graph.count)
        var constants: [Double] = []
        for (index, node) in graph.nodes.enumerated() where node.op == .constant {
            offsets[index] = Int32(constants.count)
            constants.append(contentsOf: graph.literal(of: node))
        }
        var sources = constants.count
        for input in graph.inputs {
            offsets[Int(input.node)] = Int32(sources)
            sources += graph.shape(of: input.node).count
        }
        let schedule = Schedule(graph)
        let layout = Layout(graph, schedule, offsets: offsets, sources: sources, wanted: wanted)
        var operands = OperandList(offsets: layout.offsets)
        let instructions = (0..<schedule.starts.count - 1).map { run in
            let nodes = schedule.order[schedule.starts[run]..<schedule.starts[run + 1]]
            return Instruction(run: nodes, of: graph, operands: &operands)
        }
        return Program(
            instructions: instructions, indices: operands.indices, constants: constants,
            inputCount: sources - constants.count, workspaceCount: layout.workspaceCount,
            results: wanted.map { layout.offsets[Int($0)] })
    }
}

extension Program.Instruction {
    fileprivate init(run: ArraySlice<NodeIndex>, of graph: Graph, operands: inout OperandList) {
        let node = graph.nodes[Int(run[run.startIndex])]
        op = node.op
        count = Int32(run.count)
        result = operands.offsets[Int(run[run.startIndex])]
        if node.operandCount > 0 { first = operands.place(0, of: run, in: graph) }
        if node.operandCount > 1 { second = operands.place(1, of: run, in: graph) }
        if node.operandCount > 2 { third = operands.place(2, of: run, in: graph) }
        if node.operandCount > 3 { fourth = operands.place(3, of: run, in: graph) }
    }
}

/// Finds the cheapest access to the operands of a run, and collects the index lists of those that need one.
private struct OperandList {
    let offsets: [Int32]
    var indices: [Int32] = []

    mutating func place(_ position: Int, of run: ArraySlice<NodeIndex>, in graph: Graph) -> Program.Operand {
        let begin = indices.count
        var isRepeated = true
        var isContiguous = true
        for node in run {
            let offset = offsets[Int(graph.operand(position, of: graph.nodes[Int(node)]))]
            if indices.count > begin {
                isRepeated = isRepeated && offset == indices[begin]
                isContiguous = isContiguous && offset == indices[indices.count - 1] + 1
            }
            indices.append(offset)
        }
        guard isRepeated || isContiguous else { return Program.Operand(access: .gathered, start: Int32(begin)) }
        let start = indices[begin]
        indices.removeSubrange(begin...)
        // A single element is both; repeated is the form that the kernels take for it.
        return Program.Operand(access: isRepeated ? .repeated : .contiguous, start: start)
    }
}
