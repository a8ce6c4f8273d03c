/// The numbers of a graph's first nodes, one node after the other.
package struct NodeNumbers: Sendable {
    private var elements: [Double] = []
    /// Where each node's elements start, and at last where they end.
    private var starts = [0]

    package init() {}

    /// How many nodes there are.
    package var count: Int { starts.count - 1 }

    /// The elements of a node.
    package subscript(_ node: NodeIndex) -> ArraySlice<Double> { elements[starts[Int(node)]..<starts[Int(node) + 1]] }

    /// The number of a scalar node.
    package func scalar(_ node: NodeIndex) -> Double { elements[starts[Int(node)]] }

    mutating func reserve(_ count: Int) {
        elements.reserveCapacity(count)
        starts.reserveCapacity(count + 1)
    }

    mutating func append(_ number: Double) {
        elements.append(number)
        starts.append(elements.count)
    }

    mutating func append(_ numbers: some Sequence<Double>) {
        elements.append(contentsOf: numbers)
        starts.append(elements.count)
    }

    /// Appends an array that a kernel writes.
    mutating func append(
        _ kernel: ArrayKernel, _ operands: ArraySlice<NodeIndex>, count: Int
    ) throws(OpError) {
        let start = elements.count
        let slots = operands.map { node in
            Slot(offset: Int32(starts[Int(node)]), count: Int32(starts[Int(node) + 1] - starts[Int(node)]))
        }
        elements.append(contentsOf: repeatElement(0, count: count))
        starts.append(elements.count)
        let step = ArrayStep(operands: slots, result: Slot(offset: Int32(start), count: Int32(count)), kernel: kernel)
        do throws(OpError) {
            try unsafe elements.withUnsafeMutableBufferPointer { buffer throws(OpError) in
                if let base = buffer.baseAddress { try unsafe step.run(base) }
            }
        } catch {
            removeAll(from: NodeIndex(starts.count - 2))
            throw error
        }
    }

    /// What is special about the point that an array op is at.
    mutating func edge(_ kernel: ArrayKernel, _ operands: ArraySlice<NodeIndex>) -> Edge? {
        let slots = operands.map { node in
            Slot(offset: Int32(starts[Int(node)]), count: Int32(starts[Int(node) + 1] - starts[Int(node)]))
        }
        return unsafe elements.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.flatMap { unsafe kernel.edge(ArrayOperands($0, slots)) }
        }
    }

    /// Drops the numbers of a node and all behind it.
    mutating func removeAll(from node: NodeIndex) {
        guard node < count else { return }
        elements.removeSubrange(starts[Int(node)]...)
        starts.removeSubrange((Int(node) + 1)...)
    }
}

/// Evaluates a graph node by node, in its order, without a program: for values that grow as they are read,
/// and as the plain meaning that programs are tested against.
package enum Interpreter {
    /// Extends the numbers of a graph's first nodes through a given one.
    ///
    /// - Throws: What a kernel refuses, such as an index outside of an array.
    package static func extend(
        _ numbers: inout NodeNumbers, by graph: Graph, through last: NodeIndex
    ) throws(OpError) {
        guard numbers.count <= last else { return }
        numbers.reserve(Int(last) + 1)
        for index in NodeIndex(numbers.count)...last {
            let node = graph.nodes[Int(index)]
            if node.operandCount == 0 {
                numbers.append(graph.numbers(ofSource: node))
            } else if node.op.isArray {
                let shapes = graph.operandShapes(of: index)
                guard let kernel = ArrayKernel(node.op, shapes, graph.attributes(of: index)) else { continue }
                try numbers.append(kernel, graph.operands(of: index), count: graph.shape(of: index).count)
            } else if graph.shape(of: index).isScalar {
                var evaluate = Evaluate()
                evaluate.x = numbers.scalar(graph.operand(0, of: node))
                if node.operandCount > 1 { evaluate.y = numbers.scalar(graph.operand(1, of: node)) }
                if node.operandCount > 2 { evaluate.z = numbers.scalar(graph.operand(2, of: node)) }
                if node.operandCount > 3 { evaluate.w = numbers.scalar(graph.operand(3, of: node)) }
                numbers.append(node.op.interpret(&evaluate))
            } else {
                numbers.append(elementwise(index, graph, numbers))
            }
        }
    }

    private static func elementwise(_ index: NodeIndex, _ graph: Graph, _ numbers: NodeNumbers) -> [Double] {
        let shape = graph.shape(of: index)
        let operands = graph.operands(of: index).map { operand in
            let elements = Array(numbers[operand])
            return graph.shape(of: operand).places(broadcastTo: shape).map { elements[Int($0)] }
        }
        return (0..<shape.count).map { element in
            var evaluate = Evaluate()
            evaluate.x = operands[0][element]
            if operands.count > 1 { evaluate.y = operands[1][element] }
            if operands.count > 2 { evaluate.z = operands[2][element] }
            if operands.count > 3 { evaluate.w = operands[3][element] }
            return graph.op(of: index).interpret(&evaluate)
        }
    }
}

/// Applies an elementwise op to numbers.
struct Evaluate: NodeInterpretation {
    var x = Double.nan
    var y = Double.nan
    var z = Double.nan
    var w = Double.nan

    func source<P: SourcePrimitive>(_ primitive: P.Type) -> Double { .nan }
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x) }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y) }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y, z) }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> Double { P.value(x, y, z, w) }
    func array<P: ArrayPrimitive>(_ primitive: P.Type) -> Double { .nan }
}

extension Graph {
    /// The elements of a constant, or of an input's default; NaN where there is none.
    fileprivate func numbers(ofSource node: Node) -> [Double] {
        if node.op == .constant { return Array(literal(of: node)) }
        if node.op == .input, let elements = inputs[Int(node.payload)].defaultValue { return elements }
        return Array(repeating: .nan, count: shapes[Int(node.shape)].count)
    }
}
