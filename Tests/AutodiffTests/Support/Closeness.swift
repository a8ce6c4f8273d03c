extension Double {
    /// How many doubles lie between two, 0 where they are equal or both NaN; infinite where only one is finite.
    func ulps(from other: Double) -> Double {
        if self == other || (isNaN && other.isNaN) { return 0 }
        guard isFinite, other.isFinite else { return .infinity }
        return abs(self - other) / max(magnitude.ulp, other.magnitude.ulp)
    }

    func isClose(to other: Double, ulps: Double) -> Bool { self.ulps(from: other) <= ulps }
}
