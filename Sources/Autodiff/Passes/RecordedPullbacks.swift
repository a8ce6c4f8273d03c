/// The pullback rules of elementwise ops over scalars, each recorded once as the nodes that it makes.
///
/// A rule is written in terms of values, and makes the same nodes whatever scalars it is applied to. Graphs have many
/// of those, so theirs are appended from the records, in a fraction of the time that going through values takes.
struct RecordedPullbacks: Sendable {
    /// Those of all ops, recorded when they are first needed; so no rule may itself ask for the gradient of something.
    static let all = RecordedPullbacks()

    private var steps: [RecordedStep] = []
    /// By op and position; nothing where a rule is not to be replayed.
    private var rules = [Rule?](repeating: nil, count: Op.everyCase.count * RecordedPullbacks.positions)

    private static let positions = 4

    private init() {
        for op in Op.everyCase where op.isElementwise {
            for position in 0..<op.arity {
                // A rule may do without a node where an operand is constant: what it makes is then not always the same.
                guard let record = PullbackRecord(op, position, of: .input),
                    record == PullbackRecord(op, position, of: .constant)
                else { continue }
                let start = Int32(steps.count)
                steps += record.steps
                rules[Int(op.rawValue) * RecordedPullbacks.positions + position] =
                    Rule(start: start, end: Int32(steps.count), contribution: record.contribution)
            }
        }
    }

    /// A rule: the steps that it takes, and which node is the contribution to the adjoint of the operand.
    struct Rule {
        fileprivate let start: Int32
        fileprivate let end: Int32
        fileprivate let contribution: UInt8
    }

    /// The rule of an op for the operand at a position; nothing where it has to be applied itself.
    func rule(of op: Op, _ position: Int) -> Rule? {
        position < RecordedPullbacks.positions
            ? rules[Int(op.rawValue) * RecordedPullbacks.positions + position] : nil
    }

    /// Appends what a rule makes for a node, which is a scalar; nothing where the contribution is 0.
    @inline(__always)
    func append(
        _ rule: Rule, of node: Node, _ index: NodeIndex, adjoint: NodeIndex, to graph: inout Graph
    ) -> NodeIndex? {
        if rule.start == rule.end, rule.contribution == RecordedRoles.adjoint { return adjoint }
        let roles = RecordedRoles(node, index, adjoint: adjoint, in: graph)
        for step in Int(rule.start)..<Int(rule.end) {
            let step = steps[step]
            if step.op == .constant {
                _ = graph.appendConstant(step.number)
                continue
            }
            var operands = ElementwiseOperands(roles[step.operands.x])
            for position in stride(from: 1, to: Int(step.operandCount), by: 1) {
                operands.append(roles[step.operands[position]])
            }
            _ = graph.append(step.op, operands, shape: 0)
        }
        return rule.contribution == RecordedRoles.none ? nil : roles[rule.contribution]
    }
}

/// A node that a rule makes, with the roles of its operands.
private struct RecordedStep: Equatable {
    let op: Op
    let operandCount: UInt8
    let operands: SIMD4<UInt8>
    /// What a constant is.
    let number: Double

    static func == (left: RecordedStep, right: RecordedStep) -> Bool {
        left.op == right.op && left.operandCount == right.operandCount && left.operands == right.operands
            && left.number.bitPattern == right.number.bitPattern
    }
}

/// Which node of a graph has which role in a rule.
///
/// The operands come first, then the result, the adjoint, and the nodes that the rule makes.
private struct RecordedRoles {
    static let result: UInt8 = 4
    static let adjoint: UInt8 = 5
    static let made: UInt8 = 6
    static let none = UInt8.max

    private var given: InlineArray<6, NodeIndex>
    private let firstMade: NodeIndex

    @inline(__always)
    init(_ node: Node, _ index: NodeIndex, adjoint: NodeIndex, in graph: Graph) {
        given = InlineArray(repeating: -1)
        for position in 0..<min(Int(node.operandCount), Int(RecordedRoles.result)) {
            given[position] = graph.operand(position, of: node)
        }
        given[Int(RecordedRoles.result)] = index
        given[Int(RecordedRoles.adjoint)] = adjoint
        firstMade = NodeIndex(graph.count)
    }

    @inline(__always)
    subscript(_ role: UInt8) -> NodeIndex {
        let node = given[Int(min(role, RecordedRoles.made - 1))]
        return role < RecordedRoles.made ? node : firstMade + NodeIndex(role) - NodeIndex(RecordedRoles.made)
    }

    /// The role of a node.
    func role(of node: NodeIndex) -> UInt8? {
        if node >= firstMade { return UInt8(exactly: node - firstMade + NodeIndex(RecordedRoles.made)) }
        return given.indices.first { given[$0] == node }.map { UInt8($0) }
    }
}

/// What a rule makes of operands of one kind.
private struct PullbackRecord: Equatable {
    private(set) var steps: [RecordedStep] = []
    let contribution: UInt8

    /// Applies a rule to inputs or to constants; nothing where what it makes cannot be told as steps.
    init?(_ op: Op, _ position: Int, of source: Op) {
        var graph = Graph()
        let operands = (0..<op.arity).map { position in
            source == .constant
                ? graph.appendConstant(0) : graph.appendInput("", shape: .scalar, defaultValue: nil)
        }
        guard let node = graph.append(op, operands) else { return nil }
        let adjoint = graph.appendInput("", shape: .scalar, defaultValue: nil)
        let roles = RecordedRoles(graph.nodes[Int(node)], node, adjoint: adjoint, in: graph)
        let first = graph.count
        let tape = Tape(graph)
        let made = Pullback(of: node, position: position, on: tape).apply(to: Value(tape: tape, index: adjoint))
        for index in first..<tape.graph.count {
            let node = tape.graph.nodes[index]
            guard node.op == .constant || node.op.isElementwise else { return nil }
            var step = SIMD4<UInt8>(repeating: RecordedRoles.none)
            for (place, operand) in tape.graph.operands(of: NodeIndex(index)).enumerated() {
                guard let role = roles.role(of: operand) else { return nil }
                step[place] = role
            }
            steps.append(
                RecordedStep(
                    op: node.op, operandCount: UInt8(node.operandCount), operands: step,
                    number: node.op == .constant ? tape.graph.number(at: NodeIndex(index)) : 0))
        }
        guard let made else {
            contribution = RecordedRoles.none
            return
        }
        guard let role = roles.role(of: made.index), role != RecordedRoles.none else { return nil }
        contribution = role
    }
}
