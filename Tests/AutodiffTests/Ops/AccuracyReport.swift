import Autodiff
import Foundation
import Testing

/// How far each op is from its golden values, in ulp: `make accuracy`.
@Suite struct `Accuracy` {
    private static let isWanted = ProcessInfo.processInfo.environment["ADJOINT_ACCURACY"] != nil

    @Test(.enabled(if: isWanted)) func `of scalars is reported`() {
        let cases = ElementwiseCase.byOp.merging(ElementwiseCase.byComposite) { first, _ in first }
        for op in Op.allCases {
            guard let golden = cases[op.name] else { continue }
            var worst = [Worst(), Worst(), Worst()]
            let function = OpFunction(op)
            for golden in golden {
                let computed = [
                    [function.value(golden.operands)], function.gradient(golden.operands),
                    function.hessian(golden.operands),
                ]
                for (order, truths) in [[golden.value], golden.gradient, golden.hessian].enumerated() {
                    for (number, truth) in zip(computed[order], truths) {
                        // To the nearest number of the scale of the truth, as the bounds count.
                        worst[order].meet(number, truth, scale: truth, at: "\(golden.operands)")
                    }
                }
            }
            print("ACCURACY \(op.name) | \(worst.map(\.description).joined(separator: " | "))")
        }
    }

    // The references round, too; so errors count in ulp of the largest number of a result.
    @Test(.enabled(if: isWanted)) func `of arrays is reported`() throws {
        for (name, cases) in Dictionary(grouping: ArrayGolden.all, by: \.op).sorted(by: { $0.key < $1.key }) {
            var worst = [Worst(), Worst()]
            for example in cases {
                let function = try example.function()
                let truths = [[example.value], example.gradients ?? []]
                for (order, truths) in truths.enumerated() {
                    let computed = try order == 0 ? [function.value().elements] : function.gradient()
                    for (numbers, truth) in zip(computed, truths) {
                        let truth = truth.elements.map(\.number)
                        let scale = truth.map(\.magnitude).filter(\.isFinite).max() ?? 0
                        for (number, truth) in zip(numbers, truth) {
                            worst[order].meet(number, truth, scale: scale, at: example.testDescription)
                        }
                    }
                }
            }
            print("ACCURACY \(name) | \(worst.map(\.description).joined(separator: " | "))")
        }
    }

    /// The largest error so far, and where it is.
    private struct Worst: CustomStringConvertible {
        var distance = 0.0
        var place = ""

        mutating func meet(_ number: Double, _ truth: Double, scale: Double, at place: String) {
            if number == truth || (number.isNaN && truth.isNaN) { return }
            let distance = abs(number - truth) / scale.ulp
            if distance > self.distance || distance.isNaN { (self.distance, self.place) = (distance, place) }
        }

        var description: String { String(format: "%.3g", distance) + " \(place)" }
    }
}
