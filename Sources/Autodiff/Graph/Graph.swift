/// A function as data: nodes in an order in which operands come before their uses.
///
/// Every name is resolved, every op, arity and shape is right. Only appending is possible, and an
/// appended node can refer only to nodes that are there, so the order is topological by construction.
public struct Graph: Sendable {
    /// An input: what is bound to a number when the graph runs.
    public struct Input: Sendable {
        /// The node that stands for it.
        public let node: NodeIndex
        /// The name that a binding uses.
        public let name: String
        /// The elements used where nothing is bound.
        public internal(set) var defaultValue: [Double]?
    }

    /// A node that has a name.
    public struct NamedNode: Sendable {
        /// The name.
        public let name: String
        /// The node.
        public let node: NodeIndex
    }

    private(set) var nodes: [Node] = []
    private(set) var operands: [NodeIndex] = []
    private(set) var shapes: [Shape] = [.scalar]
    private(set) var literals: [Double] = []
    private(set) var attributeSets: [Attributes] = []
    private var shapeIndices: [Shape: Int32] = [:]
    private var attributeIndices: [Attributes: Int32] = [:]
    /// How many elements all nodes have together.
    package private(set) var elementCount = 0
    /// How large the graph may be.
    package var limits = GraphLimits()
    /// The inputs, in the order in which they were added.
    public internal(set) var inputs: [Input] = []
    /// The nodes with names, in the order of evaluation.
    public private(set) var namedNodes = NameList()
    /// The outputs, in the order asked for.
    public internal(set) var outputs: [NodeIndex] = []

    package init() {}

    /// Takes lists of scalar nodes without attributes as they are.
    init(scalars nodes: [Node], operands: [NodeIndex], literals: [Double], inputs: [Input], names: NameList) {
        (self.nodes, self.operands, self.literals) = (nodes, operands, literals)
        (self.inputs, namedNodes, elementCount) = (inputs, names, nodes.count)
    }

    /// How many nodes there are.
    public var count: Int { nodes.count }

    /// How much memory nodes, operands and literals take.
    package var storedByteCount: Int {
        nodes.count * MemoryLayout<Node>.stride + operands.count * MemoryLayout<NodeIndex>.stride
            + literals.count * MemoryLayout<Double>.stride
    }

    /// The op of a node.
    public func op(of node: NodeIndex) -> Op { nodes[Int(node)].op }

    /// The shape of a node.
    public func shape(of node: NodeIndex) -> Shape { shapes[Int(nodes[Int(node)].shape)] }

    /// The index of a node's shape in the list of distinct ones.
    ///
    /// Where all are scalars the node, which may be far away in memory, is not looked at.
    func shapeIndex(of node: NodeIndex) -> Int32 { shapes.count == 1 ? 0 : nodes[Int(node)].shape }

    /// Whether two nodes have the same shape.
    func haveOneShape(_ first: NodeIndex, _ second: NodeIndex) -> Bool {
        shapeIndex(of: first) == shapeIndex(of: second)
    }

    /// The attributes of a node.
    func attributes(of node: NodeIndex) -> Attributes {
        let node = nodes[Int(node)]
        return node.op.isArray ? attributeSets[Int(node.payload)] : Attributes()
    }

    /// The shapes of the operands of a node.
    func operandShapes(of node: NodeIndex) -> [Shape] { operands(of: node).map { shape(of: $0) } }

    /// The operands of a node, in their order.
    public func operands(of node: NodeIndex) -> ArraySlice<NodeIndex> {
        let node = nodes[Int(node)]
        return operands[Int(node.operandStart)..<Int(node.operandStart) + Int(node.operandCount)]
    }

    /// The number of a scalar constant.
    func number(at constant: NodeIndex) -> Double { number(of: nodes[Int(constant)]) }

    /// The number of a scalar constant.
    func number(of constant: Node) -> Double { literals[Int(constant.payload)] }

    /// The operand at a position, which must be under the node's operand count.
    func operand(_ position: Int, of node: Node) -> NodeIndex {
        operands[Int(node.operandStart) + position]
    }

    /// The elements of a constant.
    func literal(of node: Node) -> ArraySlice<Double> {
        literals[Int(node.payload)..<Int(node.payload) + shapes[Int(node.shape)].count]
    }
}

// Appending.
extension Graph {
    /// Makes room for so many nodes, operands and names in all.
    mutating func reserveCapacity(nodes nodeCount: Int, operands operandCount: Int, names: Int = 0) {
        nodes.reserveCapacity(nodeCount)
        operands.reserveCapacity(operandCount)
        namedNodes.reserveCapacity(names)
    }

    package mutating func name(_ node: NodeIndex, _ name: String) {
        namedNodes.append(name, of: node)
    }

    /// Takes names for those of all nodes that have one.
    mutating func name(_ names: NameList) { namedNodes = names }

    /// Gives an input a default, as many elements as its shape counts.
    package mutating func bind(_ elements: [Double], to node: NodeIndex) {
        inputs[Int(nodes[Int(node)].payload)].defaultValue = elements
    }

    package mutating func appendInput(_ name: String, shape: Shape, defaultValue: [Double]?) -> NodeIndex {
        let input = Input(node: NodeIndex(nodes.count), name: name, defaultValue: defaultValue)
        return append(.input, shape: intern(shape), payload: add(input))
    }

    /// Adds an input, and tells the payload of its node.
    mutating func add(_ input: Input) -> Int32 {
        inputs.append(input)
        return Int32(inputs.count - 1)
    }

    /// Adds the elements of a constant, and tells the payload of its node.
    mutating func add(_ elements: some Collection<Double>) -> Int32 {
        literals.append(contentsOf: elements)
        return Int32(literals.count - elements.count)
    }

    package mutating func appendConstant(tensor: Tensor) -> NodeIndex {
        appendConstant(shape: tensor.shape, elements: tensor.elements[...])
    }

    mutating func appendConstant(shape: Shape, elements: ArraySlice<Double>) -> NodeIndex {
        append(.constant, shape: intern(shape), payload: add(elements))
    }

    package mutating func appendConstant(_ number: Double) -> NodeIndex {
        literals.append(number)
        return append(.constant, shape: 0, payload: Int32(literals.count - 1))
    }

    /// Appends an elementwise node of one operand.
    mutating func append(_ op: Op, _ x: NodeIndex) -> NodeIndex {
        operands.append(x)
        return append(op, operandCount: 1, shape: shapeIndex(of: x))
    }

    /// Appends an elementwise node of two operands, or nothing where their shapes do not broadcast.
    mutating func append(_ op: Op, _ x: NodeIndex, _ y: NodeIndex) -> NodeIndex? {
        guard let shape = broadcast(shapeIndex(of: x), shapeIndex(of: y)) else { return nil }
        operands.append(x)
        operands.append(y)
        return append(op, operandCount: 2, shape: shape)
    }

    /// Appends an elementwise node of three operands, or nothing where their shapes do not broadcast.
    mutating func append(_ op: Op, _ x: NodeIndex, _ y: NodeIndex, _ z: NodeIndex) -> NodeIndex? {
        guard let pair = broadcast(shapeIndex(of: x), shapeIndex(of: y)),
            let shape = broadcast(pair, shapeIndex(of: z))
        else { return nil }
        operands.append(x)
        operands.append(y)
        operands.append(z)
        return append(op, operandCount: 3, shape: shape)
    }

    /// Appends an elementwise node of four operands, or nothing where their shapes do not broadcast.
    mutating func append(_ op: Op, _ x: NodeIndex, _ y: NodeIndex, _ z: NodeIndex, _ w: NodeIndex) -> NodeIndex? {
        var shape: Int32? = nodes[Int(x)].shape
        for operand in [y, z, w] { shape = shape.flatMap { broadcast($0, nodes[Int(operand)].shape) } }
        guard let shape else { return nil }
        self.operands.append(contentsOf: [x, y, z, w])
        return append(op, operandCount: 4, shape: shape)
    }

    /// Appends an elementwise node whose shape, by its index, is known.
    @inline(__always)
    mutating func append(_ op: Op, _ operands: ElementwiseOperands, shape: Int32) -> NodeIndex {
        self.operands.append(operands.first)
        if operands.count > 1 { self.operands.append(operands.second) }
        if operands.count > 2 { self.operands.append(operands.third) }
        if operands.count > 3 { self.operands.append(operands.fourth) }
        return append(op, operandCount: UInt16(operands.count), shape: shape)
    }

    /// Appends an elementwise node of one to four operands, or nothing where their shapes do not broadcast.
    package mutating func append(_ op: Op, _ operands: [NodeIndex]) -> NodeIndex? {
        switch operands.count {
        case 1: append(op, operands[0])
        case 2: append(op, operands[0], operands[1])
        case 3: append(op, operands[0], operands[1], operands[2])
        case 4: append(op, operands[0], operands[1], operands[2], operands[3])
        default: nil
        }
    }

    /// Appends a node of an array op, whose shape was found by its primitive.
    mutating func appendArray(
        _ op: Op, _ operands: [NodeIndex], shape: Shape, attributes: Attributes
    ) -> NodeIndex {
        self.operands.append(contentsOf: operands)
        return append(
            op, operandCount: UInt16(operands.count), shape: intern(shape), payload: intern(attributes))
    }

    /// Appends all nodes of another graph behind these, and tells by how much their places moved.
    mutating func append(contentsOf other: Graph) -> NodeIndex {
        let shift = NodeIndex(nodes.count)
        let operandShift = Int32(operands.count)
        let literalShift = Int32(literals.count)
        let inputShift = Int32(inputs.count)
        for node in other.nodes {
            var payload = node.payload
            if node.op == .constant { payload += literalShift }
            if node.op == .input { payload += inputShift }
            if node.op.isArray { payload = intern(other.attributeSets[Int(payload)]) }
            nodes.append(
                Node(
                    op: node.op, operandCount: node.operandCount, operandStart: node.operandStart + operandShift,
                    shape: intern(other.shapes[Int(node.shape)]), payload: payload))
        }
        elementCount = min(elementCount, Int.max / 2) + min(other.elementCount, Int.max / 2)
        operands.append(contentsOf: other.operands.lazy.map { $0 + shift })
        literals.append(contentsOf: other.literals)
        inputs.append(
            contentsOf: other.inputs.lazy.map {
                Input(node: $0.node + shift, name: $0.name, defaultValue: $0.defaultValue)
            })
        namedNodes.append(contentsOf: other.namedNodes, movedBy: shift)
        return shift
    }

    private mutating func append(
        _ op: Op, operandCount: UInt16 = 0, shape: Int32, payload: Int32 = 0
    ) -> NodeIndex {
        nodes.append(
            Node(
                op: op, operandCount: operandCount, operandStart: Int32(operands.count) - Int32(operandCount),
                shape: shape, payload: payload))
        let (sum, overflow) = elementCount.addingReportingOverflow(shape == 0 ? 1 : shapes[Int(shape)].count)
        elementCount = overflow ? .max : sum
        return NodeIndex(nodes.count - 1)
    }

    private mutating func broadcast(_ first: Int32, _ second: Int32) -> Int32? {
        if first == second { return first }
        return shapes[Int(first)].broadcast(with: shapes[Int(second)]).map { intern($0) }
    }

    /// Takes nodes and their operands, made in lists of their own, for what has been added and interned so far.
    mutating func take(_ nodes: [Node], _ operands: [NodeIndex]) {
        self.nodes = nodes
        self.operands = operands
        elementCount = nodes.count
        guard shapes.count > 1 else { return }
        let counts = shapes.map(\.count)
        elementCount = 0
        for node in nodes {
            let (sum, overflow) = elementCount.addingReportingOverflow(counts[Int(node.shape)])
            elementCount = overflow ? .max : sum
        }
    }

    /// The index of attributes in the list of distinct ones.
    mutating func intern(_ attributes: Attributes) -> Int32 {
        if let known = attributeIndices[attributes] { return known }
        let index = Int32(attributeSets.count)
        attributeSets.append(attributes)
        attributeIndices[attributes] = index
        return index
    }

    /// The index of a shape in the list of distinct ones.
    mutating func intern(_ shape: Shape) -> Int32 {
        if shape.isScalar { return 0 }
        if let known = shapeIndices[shape] { return known }
        let index = Int32(shapes.count)
        shapes.append(shape)
        shapeIndices[shape] = index
        return index
    }
}
