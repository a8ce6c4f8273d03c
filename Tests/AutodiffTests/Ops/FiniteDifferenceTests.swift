import Autodiff
import Testing

/// Every slope against finite differences at the samples of its op.
@Suite struct `Finite differences` {
    @Test(arguments: Op.computing.filter { !$0.isConstantByDefinition }) func `agree at the samples`(op: Op) {
        let function = OpFunction(op)
        for sample in op.description.samples {
            let gradient = function.gradient(sample)
            // The samples hold 0 only as a condition, at the step of `where`.
            for variable in sample.indices where sample[variable] != 0 && !op.isWhole(variable) {
                let found = FiniteDifference(at: sample, of: variable, relativeStep: 0.01) { function.value($0) }
                let scale = max(found.value.magnitude, gradient[variable].magnitude)
                #expect(
                    abs(gradient[variable] - found.value) <= 4 * found.error + 1e-11 * scale,
                    "operand \(variable) at \(sample): \(gradient[variable]), differences \(found)")
                #expect(found.error <= 1e-4 * max(scale, 1e-5), "operand \(variable) at \(sample): \(found)")
            }
        }
    }
}
