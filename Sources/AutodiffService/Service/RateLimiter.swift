import Synchronization

/// Lets each client address make so many requests per second: a bucket that holds a second's worth.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    /// More addresses than this are not remembered: the table is emptied of full buckets, which say nothing.
    private static let maximumAddresses = 65_536

    private let rate: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    init(perSecond rate: Int) { self.rate = Double(max(rate, 1)) }

    /// Takes one from an address's bucket.
    ///
    /// - Throws: 429, with the seconds until there is one again, where the bucket is empty.
    func admit(_ address: String, now: ContinuousClock.Instant = .now) throws(Problem) {
        let wait = buckets.withLock { buckets -> Double in
            if buckets.count >= Self.maximumAddresses { drop(from: &buckets, now) }
            var bucket = buckets[address] ?? Bucket(tokens: rate, filled: now)
            bucket.tokens = level(bucket, now)
            bucket.filled = now
            let isEmpty = bucket.tokens < 1
            if !isEmpty { bucket.tokens -= 1 }
            buckets[address] = bucket
            return isEmpty ? (1 - bucket.tokens) / rate : 0
        }
        if wait > 0 {
            var problem = Problem(
                .rateLimited, "The rate of this server is \(Int(rate)) a second from one address; wait and try again."
            )
            problem.retryAfter = Int(wait.rounded(.up))
            throw problem
        }
    }

    private func level(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
        min(rate, bucket.tokens + (now - bucket.filled) / .seconds(1) * rate)
    }

    private func drop(from buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { level($0.value, now) < rate }
        if buckets.count >= Self.maximumAddresses { buckets = [:] }
    }
}
