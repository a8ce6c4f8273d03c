import Autodiff
import Testing

/// Every op against correctly rounded numbers.
@Suite struct `Golden values` {
    @Test func `cover the ops and nothing else`() {
        #expect(Set(ElementwiseCase.byOp.keys) == Set(Op.computing.map(\.name)))
        for (name, cases) in ElementwiseCase.byOp { #expect(cases.count >= 20, "\(name)") }
    }

    @Test(arguments: Op.computing) func `are met by value and derivatives`(op: Op) throws {
        try check(op, try #require(ElementwiseCase.byOp[op.name]))
    }

    @Test(arguments: ElementwiseCase.byComposite.keys.sorted())
    func `are met by value and derivatives of composites`(name: String) throws {
        let cases = try #require(ElementwiseCase.byComposite[name])
        #expect(cases.count >= 20)
        try check(try #require(Op.named(name)), cases)
    }

    private func check(_ op: Op, _ cases: [ElementwiseCase]) throws {
        let function = OpFunction(op)
        let bounds = AccuracyBounds.of(op)
        for golden in cases {
            let computed = [
                [function.value(golden.operands)], function.gradient(golden.operands),
                function.hessian(golden.operands),
            ]
            let truth = [[golden.value], golden.gradient, golden.hessian]
            for order in 0...2 {
                try #require(computed[order].count == truth[order].count)
                for (number, truth) in zip(computed[order], truth[order]) {
                    #expect(
                        bounds.allows(number, for: truth, golden.operands, order: order),
                        "derivative \(order) at \(golden.operands): \(number) for \(truth); \(bounds.reason)")
                }
            }
        }
    }
}
