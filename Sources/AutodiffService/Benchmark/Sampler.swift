/// Measures how long work takes: the median of several samples, each of as many repetitions as a clock can tell.
package struct Sampler: Sendable {
    /// How long to measure one piece of work, in seconds; what takes longer is done once.
    package var seconds = 0.3
    /// How many samples there are.
    package var samples = 9

    package init() {}

    /// The seconds that one repetition takes.
    func median<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
        let first = try time(1, work)
        if first > seconds { return first }
        // The first time is cold and may be far off, so the number of repetitions is found by the second.
        let second = max(try time(1, work), 1e-8)
        let repetitions = max(1, Int(seconds / Double(samples) / second))
        var times: [Double] = []
        for _ in 0..<samples { times.append(try time(repetitions, work)) }
        return times.sorted()[samples / 2]
    }

    private func time<Failure: Error>(_ repetitions: Int, _ work: () throws(Failure) -> Void) throws(Failure) -> Double
    {
        let start = ContinuousClock.now
        for _ in 0..<repetitions { try work() }
        return (ContinuousClock.now - start) / .seconds(1) / Double(repetitions)
    }
}
