/// How long the stages of a request took, in microseconds.
struct Timings: Encodable, Sendable {
    let parse: Double
    let compile: Double
    let run: Double

    private enum CodingKeys: String, CodingKey {
        case parse = "parse_us"
        case compile = "compile_us"
        case run = "run_us"
    }
}

/// Measures stages one after the other.
struct Stopwatch {
    private var last = ContinuousClock.now

    /// The microseconds since the last call, or since it was made.
    mutating func lap() -> Double {
        let now = ContinuousClock.now
        defer { last = now }
        return (now - last) / .nanoseconds(1) / 1000
    }
}
