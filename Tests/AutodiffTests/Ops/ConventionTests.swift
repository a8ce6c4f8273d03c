import Autodiff
import Testing

/// What the ops do where they are not differentiable, at the edges of their domains and of the numbers.
@Suite struct `Conventions` {
    static let all =
        Convention.kinks + Convention.edges + Convention.silences + Convention.powers + Convention.range
        + Convention.special + Convention.further

    @Test(arguments: all) func `hold`(convention: Convention) throws {
        let function = OpFunction(try Graph(nodes: convention.nodes, outputs: ["f"]))
        expect([function.value(convention.operands)], [convention.value], "value")
        expect(function.gradient(convention.operands), convention.gradient, "gradient")
        if let hessian = convention.hessian { expect(function.hessian(convention.operands), hessian, "hessian") }
    }

    /// The ops that tell about a NaN, or put a number in its place.
    private static let answersNaN: Set<Op> = [.isnan, .isfinite, .isinf, .logicalNot, .signbit, .nanToNum]

    @Test(arguments: Op.computing.filter { $0.arity == 1 && !answersNaN.contains($0) })
    func `let no NaN vanish from an op of one operand`(op: Op) {
        #expect(OpFunction(op).value([.nan]).isNaN)
    }

    @Test func `tell a sign of zero`() {
        #expect(OpFunction(.maximum).value([-0.0, 0]).sign == .plus)
        #expect(OpFunction(.maximum).value([0, -0.0]).sign == .plus)
        #expect(OpFunction(.minimum).value([-0.0, 0]).sign == .minus)
        #expect(OpFunction(.minimum).value([0, -0.0]).sign == .minus)
        #expect(OpFunction(.sign).value([-0.0]).sign == .minus)
        #expect(OpFunction(.atan2).value([-0.0, -1]) == -Double.pi)
    }

    private func expect(_ numbers: [Double], _ truths: [Double], _ what: Comment) {
        #expect(numbers.count == truths.count)
        for (number, truth) in zip(numbers, truths) {
            let isMet = truth == 0 ? number == 0 : number.isClose(to: truth, ulps: 4)
            #expect(isMet, "\(what) \(numbers), not \(truths)")
        }
    }
}
