import Autodiff

/// How far arrays are from golden ones at the worst.
struct WorstError: CustomStringConvertible {
    /// Over the largest number of the array it is in, or 1 where that is less; infinite where shapes or NaN differ.
    private(set) var relative = 0.0
    private(set) var found = Double.nan
    private(set) var truth = Double.nan

    init(_ found: [[Double]], _ truth: [Tensor]) {
        guard found.map(\.count) == truth.map(\.elements.count) else {
            relative = .infinity
            return
        }
        for (numbers, golden) in zip(found, truth) {
            let scale = max(1, golden.elements.map(\.magnitude).filter(\.isFinite).max() ?? 0)
            for (number, golden) in zip(numbers, golden.elements) {
                if number == golden || (number.isNaN && golden.isNaN) { continue }
                let error = abs(number - golden) / scale
                if !(error <= relative) {
                    (relative, self.found, self.truth) = (error.isNaN ? .infinity : error, number, golden)
                }
            }
        }
    }

    var description: String { "\(relative) of the largest: \(found) for \(truth)" }
}
