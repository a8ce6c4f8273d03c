import CVectorMath

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
        return assemble(Fuse(simple.graph, wanted: places), wanted: places)
    }

    private static func assemble(_ fused: Fuse, wanted: [NodeIndex]) -> Program {
        let graph = fused.graph
        var offsets = [Int32](repeating: 0, count: graph.count)
        var constants: [Double] = []
        for (index, node) in fused.nodes.enumerated() where node.op == .constant && node.isNeeded {
            offsets[index] = Int32(constants.count)
            constants.append(contentsOf: graph.literal(of: graph.nodes[index]))
        }
        var sources = constants.count
        for input in graph.inputs {
            offsets[Int(input.node)] = Int32(sources)
            sources += graph.shape(of: input.node).count
        }
        let schedule = Schedule(fused)
        let layout = Layout(fused, schedule, offsets: offsets, sources: sources, wanted: wanted)
        var operands = OperandList(offsets: layout.offsets)
        operands.indices.reserveCapacity(fused.operandCount)
        let instructions = layout.instructions.map { places in
            let nodes = layout.nodes[Int(places.lowerBound)..<Int(places.upperBound)]
            return Instruction(run: nodes, of: fused, operands: &operands)
        }
        return Program(
            instructions: instructions, steps: operands.steps, indices: operands.indices, constants: constants,
            inputCount: sources - constants.count, workspaceCount: layout.workspaceCount,
            results: wanted.map { operands.slot(of: $0, in: graph) })
    }
}

extension Program.Instruction {
    fileprivate init(run: ArraySlice<NodeIndex>, of fused: Fuse, operands: inout OperandList) {
        let first = run[run.startIndex]
        let node = fused.nodes[Int(first)]
        let shape = fused.graph.shape(of: first)
        // Three operands have so many manners of access that only one has a loop of its own.
        let isGathered = node.operandCount == 3 && run.count > 1
        func operand(_ position: Int) -> Program.Operand {
            if node.op.isArray { return position == 0 ? operands.step(first, in: fused.graph) : .none }
            guard position < Int(node.operandCount) else { return .none }
            return shape.isScalar
                ? operands.place(position, of: run, in: fused, isGathered: isGathered)
                // A run of one array.
                : operands.place(position, ofArray: first, in: fused)
        }
        op = node.op
        let results = fused.results(of: first)
        self.run = CVectorMath_Run(
            first: operand(0), second: operand(1), third: operand(2), result: operands.offsets[Int(results.first)],
            second_result: operands.offsets[Int(results.second)], count: Int32(run.count * shape.count))
        fourth = operand(3)
        vector = op.runFunction
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
    mutating func place(_ position: Int, ofArray node: NodeIndex, in fused: Fuse) -> Program.Operand {
        let operand = fused.operand(position, of: node)
        let (shape, target) = (fused.graph.shape(of: operand), fused.graph.shape(of: node))
        let offset = offsets[Int(operand)]
        if shape.count == 1 { return Program.Operand(access: .repeated, start: offset) }
        if shape.count == target.count { return Program.Operand(access: .contiguous, start: offset) }
        let begin = Int32(indices.count)
        indices.append(contentsOf: shape.places(broadcastTo: target).lazy.map { $0 + offset })
        return Program.Operand(access: .gathered, start: begin)
    }

    /// The access to the operands, at one position, of the nodes of a run of scalars; gathered, where it has to be.
    mutating func place(
        _ position: Int, of run: ArraySlice<NodeIndex>, in fused: Fuse, isGathered: Bool
    ) -> Program.Operand {
        let list = offsets
        let (nodes, operands, offsets) = (fused.nodes.span, fused.operands.span, list.span)
        func offset(_ node: NodeIndex) -> Int32 {
            offsets[Int(operands[Int(nodes[Int(node)].operandStart) + position])]
        }
        let start = offset(run[run.startIndex])
        if !isGathered {
            // A single element is both; repeated is the form that the kernels take for it.
            if run.allSatisfy({ offset($0) == start }) { return Program.Operand(access: .repeated, start: start) }
            let end = start + Int32(run.count)
            if zip(run, start..<end).allSatisfy({ offset($0) == $1 }) {
                return Program.Operand(access: .contiguous, start: start)
            }
        }
        let begin = Int32(indices.count)
        indices.append(addingCapacity: run.count) { indices in
            for node in run { indices.append(offset(node)) }
        }
        return Program.Operand(access: .gathered, start: begin)
    }
}
