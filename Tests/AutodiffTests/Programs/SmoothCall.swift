import Autodiff

/// An op with operands and attributes at which it is smooth.
struct SmoothCall: Sendable {
    let op: Op
    let operands: [Tensor]
    let attributes: Attributes
    /// The operands that have no derivative: orders, indices.
    let fixed: Set<Int>

    private init?(_ op: Op, _ operands: [Tensor], _ attributes: Attributes = [:], fixed: Set<Int> = []) {
        // Nothing depends on an empty array.
        if operands.contains(where: { $0.elements.isEmpty }) { return nil }
        self.op = op
        self.operands = operands
        self.attributes = attributes
        self.fixed = fixed
    }

    /// The calls of each op: the samples of those that are elementwise, and the golden cases of the others.
    static let all: [Op: [SmoothCall]] = {
        var calls: [SmoothCall?] = Op.descriptions.flatMap { description in
            // Squares of larger numbers overflow in second derivatives.
            description.samples.filter { $0.allSatisfy { $0.magnitude <= 1e4 } }.map { sample in
                SmoothCall(
                    description.op, sample.map { Tensor($0) },
                    fixed: Set(sample.indices.filter { description.op.isWhole($0) }))
            }
        }
        calls += ArrayCase.all.map { SmoothCall($0.op, $0.operands, $0.attributes) }
        // Determinants of many rows are far from 1, about which the numbers of programs are.
        calls += LinearAlgebraCase.all.filter {
            ![.det, .adjugate].contains($0.op) || $0.operands[0].shape.extents.allSatisfy { $0 <= 4 }
        }.map { SmoothCall($0.op, $0.operands, $0.attributes) }
        for golden in ArrayGolden.all where golden.smooth {
            let tensors = golden.operands.compactMap(\.tensor)
            guard let op = Op.named(golden.op), tensors.count == golden.operands.count else { continue }
            calls.append(
                SmoothCall(op, tensors, Attributes(golden.attributes.mapValues(\.value)), fixed: Set(golden.indices)))
        }
        // What no small change changes.
        calls += [Op.all, .any, .countNonzero].map { SmoothCall($0, [Tensor([0.5, -2, 1])], ["keepdims": true]) }
        calls.append(SmoothCall(.oneHot, [Tensor([2, 0])], ["num_classes": 3], fixed: [0]))
        calls += composites.map { SmoothCall($0.op, $0.operands.map { Tensor($0) }) }
        return Dictionary(grouping: calls.compactMap { $0 }, by: \.op)
    }()

    /// Numbers at which ops of scalars that are made of others are smooth.
    private static let composites: [(op: Op, operands: [Double])] = [
        (.addcmul, [0.5, -2, 1.5, 0.7]), (.addcdiv, [0.5, -2, 1.5, 0.7]), (.betaLogpdf, [0.3, 2, 3]),
        (.binomialLogpmf, [3, 10, 0.4]), (.gammaLogpdf, [1.5, 2, 3]), (.gammaincln, [2, 1.5]),
        (.normalLogpdf, [0.5, -0.2, 1.5]), (.poissonLogpmf, [3, 2.5]), (.studentTLogpdf, [0.5, 4, 0.2, 1.5]),
    ]

    /// What has a derivative that is by intent not that of its value: one stops it, one moves the last bit alone.
    static let exceptions: Set<Op> = [.stopGradient, .nextafter]

    /// The other ops that have calls, in their order.
    static let ops = all.keys.filter { !exceptions.contains($0) }.sorted { $0.rawValue < $1.rawValue }

    /// Calls of ops that differ from seed to seed, so that seeds in a row use every op.
    static func some(_ count: Int, seed: Int, using generator: inout SeededGenerator) -> [SmoothCall] {
        (0..<count).compactMap { position in
            all[ops[(seed * count + position) % ops.count]]?.randomElement(using: &generator)
        }.shuffled(using: &generator)
    }
}
