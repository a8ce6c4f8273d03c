import Glibc

/// A moment of a clock that costs next to nothing to read, and is as fine as the system's tick: some milliseconds.
struct CoarseInstant {
    /// Milliseconds since some moment.
    let milliseconds: UInt64

    init(milliseconds: UInt64) { self.milliseconds = milliseconds }

    static var now: CoarseInstant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return CoarseInstant(milliseconds: UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000)
    }

    /// How long after another it is; nothing, where that is the later one.
    func elapsed(since other: CoarseInstant) -> Duration {
        .milliseconds(Int64(milliseconds) - Int64(min(other.milliseconds, milliseconds)))
    }
}
