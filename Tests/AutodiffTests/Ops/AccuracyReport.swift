import Autodiff
import Foundation
import Testing

/// How far each special or further function is from its golden values: ADJOINT_ACCURACY=1 swift test --filter Accuracy.
@Suite struct `Accuracy` {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["ADJOINT_ACCURACY"] != nil))
    func `is reported`() {
        for op in Op.computing where Op.special.contains(op) || Op.further.contains(op) {
            let function = OpFunction(op)
            var worst = [0.0, 0, 0]
            var places: [[Double]] = [[], [], []]
            for golden in ElementwiseCase.byOp[op.name, default: []] {
                let computed = [
                    [function.value(golden.operands)], function.gradient(golden.operands),
                    function.hessian(golden.operands),
                ]
                for (order, truths) in [[golden.value], golden.gradient, golden.hessian].enumerated() {
                    for (number, truth) in zip(computed[order], truths) {
                        // To the nearest number of the scale of the truth, as the bounds count.
                        let distance = number == truth ? 0 : abs(number - truth) / truth.ulp
                        if distance > worst[order] { (worst[order], places[order]) = (distance, golden.operands) }
                    }
                }
            }
            let fields = zip(worst, places).map { String(format: "%.3g", $0) + " \($1)" }
            print("ACCURACY \(op.name) | " + fields.joined(separator: " | "))
        }
    }
}
