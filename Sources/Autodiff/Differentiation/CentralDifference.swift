/// A derivative found from values of a function of one variable alone.
struct CentralDifference {
    /// The derivative; NaN where the function is not finite on both sides, however near.
    let value: Double
    /// About how far it may be from the truth: what the last extrapolation changed, and rounding.
    ///
    /// Nothing for a step that was chosen, which says nothing about itself.
    let uncertainty: Double?

    /// The slope of the chord from one step before a place to one behind it.
    init(at x: Double, step: Double, _ function: (Double) throws(PlanError) -> Double) throws(PlanError) {
        value = try Self.chord(x, step, function).slope
        uncertainty = nil
    }

    /// Chords at steps that shrink, extrapolated by Richardson's rule to a step of 0 (Ridders' method).
    ///
    /// The first step is large, for little rounding, and the last ones small, for what changes fast: the estimate of the
    /// error, which sees both, chooses among all extrapolations.
    init(at x: Double, _ function: (Double) throws(PlanError) -> Double) throws(PlanError) {
        var (value, uncertainty) = (Double.nan, Double.infinity)
        var row: [Double] = []
        var step = max(x.magnitude, 1) / 8
        var levels = Self.levels(x)
        for _ in 0..<Self.maximumSteps where levels > 0 && !(uncertainty <= 1e-13 * abs(value)) {
            let (slope, rounding) = try Self.chord(x, step, function)
            step /= Self.ratio
            // A step out of the domain says nothing, nor do those before it.
            guard slope.isFinite else {
                row = []
                continue
            }
            var next = [slope]
            var power = Self.ratio * Self.ratio
            for previous in row {
                next.append((power * next[next.count - 1] - previous) / (power - 1))
                power *= Self.ratio * Self.ratio
            }
            for column in next.indices.dropFirst() {
                let change = max(abs(next[column] - next[column - 1]), abs(next[column] - row[column - 1]))
                if change + rounding < uncertainty { (value, uncertainty) = (next[column], change + rounding) }
            }
            row = next
            levels -= 1
        }
        self.value = value
        self.uncertainty = uncertainty
    }

    /// Irrational, so that no period divides two of the steps, which would agree on a slope of 0.
    private static let ratio = 1.618033988749895
    private static let maximumSteps = 96

    /// How many steps there are, down to one of about 1e-5 where that takes no more than 60.
    private static func levels(_ x: Double) -> Int {
        guard x.isFinite else { return 0 }
        return 20 + min((Int(max(x.magnitude, 1).exponent) + 1) * 3 / 2, 40)
    }

    private static func chord(
        _ x: Double, _ step: Double, _ function: (Double) throws(PlanError) -> Double
    ) throws(PlanError) -> (slope: Double, rounding: Double) {
        // The step that was taken is not the one that was meant, by rounding.
        let (low, high) = (x - step, x + step)
        let (before, behind) = (try function(low), try function(high))
        let rounding = 2 * max(before.magnitude, behind.magnitude).ulp / (high - low)
        return ((behind - before) / (high - low), rounding)
    }
}
