extension Program {
    /// Lays a graph out to run.
    ///
    /// - Parameters:
    ///   - graph: The function, with derivatives appended where they are wanted.
    ///   - wanted: The nodes whose numbers a run is asked for, in the order in which it gives them.
    /// - Returns: A program that gives the same bits as evaluating the graph node by node.
    package static func compile(_ graph: Graph, wanted: [NodeIndex]) -> Program {
        compile(Simplify(graph, wanted: wanted), wanted: wanted)
    }

    /// Lays a graph out that was simplified for the same wanted nodes, which are named by their places before that.
    static func compile(_ simple: Simplify, wanted: [NodeIndex]) -> Program {
        let places = wanted.map { simple.places[Int($0)] }
        let fused = Fuse(simple.graph, wanted: places)
        return assemble(fused.graph, wanted: places.map { fused.places[Int($0)] })
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
        operands.indices.reserveCapacity(graph.operands.count)
        let instructions = (0..<layout.starts.count - 1).map { run in
            let nodes = layout.order[layout.starts[run]..<layout.starts[run + 1]]
            return Instruction(run: nodes, of: graph, operands: &operands)
        }
        return Program(
            instructions: instructions, steps: operands.steps, indices: operands.indices, constants: constants,
            inputCount: sources - constants.count, workspaceCount: layout.workspaceCount,
            results: wanted.map { operands.slot(of: $0, in: graph) })
    }
}

extension Program.Instruction {
    fileprivate init(run: ArraySlice<NodeIndex>, of graph: Graph, operands: inout OperandList) {
        let node = graph.nodes[Int(run[run.startIndex])]
        op = node.op
        let shape = graph.shape(of: run[run.startIndex])
        count = Int32(run.count * shape.count)
        result = operands.offsets[Int(run[run.startIndex])]
        if op.isArray {
            first = operands.step(run[run.startIndex], in: graph)
            return
        }
        if !shape.isScalar {
            // A run of one array.
            first = operands.place(0, ofArray: run[run.startIndex], in: graph)
            if node.operandCount > 1 { second = operands.place(1, ofArray: run[run.startIndex], in: graph) }
            if node.operandCount > 2 { third = operands.place(2, ofArray: run[run.startIndex], in: graph) }
            if node.operandCount > 3 { fourth = operands.place(3, ofArray: run[run.startIndex], in: graph) }
            return
        }
        // Three operands have so many manners of access that only one has a loop of its own.
        let isGathered = node.operandCount == 3 && run.count > 1
        if node.operandCount > 0 { first = operands.place(0, of: run, in: graph, isGathered: isGathered) }
        if node.operandCount > 1 { second = operands.place(1, of: run, in: graph, isGathered: isGathered) }
        if node.operandCount > 2 { third = operands.place(2, of: run, in: graph, isGathered: isGathered) }
        if node.operandCount > 3 { fourth = operands.place(3, of: run, in: graph) }
    }
}

/// Finds the cheapest access to the operands of a run, and collects the index lists of those that need one.
private struct OperandList {
    let offsets: [Int32]
    var indices: [Int32] = []
    var steps: [ArrayStep] = []

    func slot(of node: NodeIndex, in graph: Graph) -> Slot {
        Slot(offset: offsets[Int(node)], count: Int32(graph.shape(of: node).count))
    }

    /// Lays out an array op, and tells where it is as an operand does.
    mutating func step(_ node: NodeIndex, in graph: Graph) -> Program.Operand {
        let operands = graph.operands(of: node)
        let shapes = operands.map { graph.shape(of: $0) }
        guard let kernel = ArrayKernel(graph.op(of: node), shapes, graph.attributes(of: node)) else {
            preconditionFailure("an array op that was checked when it was appended")
        }
        steps.append(
            ArrayStep(
                operands: operands.map { slot(of: $0, in: graph) }, result: slot(of: node, in: graph), kernel: kernel))
        return Program.Operand(access: .repeated, start: Int32(steps.count - 1))
    }

    /// The access to an operand of an elementwise op over an array.
    mutating func place(_ position: Int, ofArray node: NodeIndex, in graph: Graph) -> Program.Operand {
        let operand = graph.operand(position, of: graph.nodes[Int(node)])
        let (shape, target) = (graph.shape(of: operand), graph.shape(of: node))
        let offset = offsets[Int(operand)]
        if shape.count == 1 { return Program.Operand(access: .repeated, start: offset) }
        if shape.count == target.count { return Program.Operand(access: .contiguous, start: offset) }
        let begin = Int32(indices.count)
        indices.append(contentsOf: shape.places(broadcastTo: target).lazy.map { $0 + offset })
        return Program.Operand(access: .gathered, start: begin)
    }

    /// The access to the operands, at one position, of the nodes of a run of scalars; gathered, where it has to be.
    mutating func place(
        _ position: Int, of run: ArraySlice<NodeIndex>, in graph: Graph, isGathered: Bool = false
    ) -> Program.Operand {
        let begin = indices.count
        let (nodes, operands, offsets) = (graph.nodes, graph.operands, offsets)
        indices.append(
            contentsOf: run.lazy.map { node in
                offsets[Int(operands[Int(nodes[Int(node)].operandStart) + position])]
            })
        let start = indices[begin]
        if !isGathered, let access = Self.direct(indices[begin...]) {
            indices.removeLast(run.count)
            return Program.Operand(access: access, start: start)
        }
        return Program.Operand(access: .gathered, start: Int32(begin))
    }

    /// How to find places without a list of them, where that is possible.
    private static func direct(_ places: ArraySlice<Int32>) -> Program.Operand.Access? {
        guard let start = places.first else { return nil }
        // A single element is both; repeated is the form that the kernels take for it.
        if places.allSatisfy({ $0 == start }) { return .repeated }
        var next = start
        for place in places {
            guard place == next else { return nil }
            next += 1
        }
        return .contiguous
    }
}
