/// A derivative found numerically.
struct FiniteDifference {
    let value: Double
    /// About how far it may be from the truth: what the last extrapolation changed, and rounding.
    let error: Double

    /// Central differences at steps that halve, extrapolated by Richardson's rule to a step of 0 (Ridders' method).
    init(step: Double, _ function: (_ offset: Double) -> Double) {
        var (value, error) = (Double.nan, Double.infinity)
        var row: [Double] = []
        var step = step
        for level in 0..<8 {
            let (high, low) = (function(step), function(-step))
            let rounding = 2 * max(high.magnitude, low.magnitude).ulp / step
            var next = [(high - low) / (2 * step)]
            var power = 4.0
            for previous in row {
                next.append((power * next[next.count - 1] - previous) / (power - 1))
                power *= 4
            }
            for column in next.indices.dropFirst() {
                let change = max(abs(next[column] - next[column - 1]), abs(next[column] - row[column - 1]))
                if change + rounding < error { (value, error) = (next[column], change + rounding) }
            }
            if level > 0, error == 0 { break }
            row = next
            step /= 2
        }
        self.value = value
        self.error = error
    }

    /// Of a function of several variables, with respect to one of them.
    init(at point: [Double], of variable: Int, relativeStep: Double, _ function: ([Double]) -> Double) {
        self.init(step: max(point[variable].magnitude, .leastNormalMagnitude) * relativeStep) { offset in
            var moved = point
            moved[variable] += offset
            return function(moved)
        }
    }
}
