import Synchronization

/// What was compiled, by what it was compiled from, within a budget of memory: the least recently used goes first.
///
/// Split into parts with a lock each, so that threads rarely wait for one another. What is found is found by the bytes
/// of its key, never by their hash alone.
package final class ProgramCache<Value: Sendable>: Sendable {
    private let shards: [ProgramShard<Value>]

    /// Makes an empty cache.
    ///
    /// - Parameters:
    ///   - capacity: The bytes that keys and values may take together; with 0 nothing is kept.
    ///   - shardCount: How many parts there are, a power of two; what is larger than a part's budget is not kept.
    package init(capacity: Int, shardCount: Int = 8) {
        shards = (0..<shardCount).map { _ in ProgramShard(capacity: max(0, capacity) / shardCount) }
    }

    /// What a key stands for.
    package func value(for key: ProgramKey) -> Value? { shard(of: key).value(for: key) }

    /// Keeps a value, in place of the one that the key stood for, and drops what there is no room for any more.
    ///
    /// The byte count is how much memory the value takes, as well as it is known.
    package func insert(_ value: Value, for key: ProgramKey, byteCount: Int) {
        shard(of: key).insert(value, for: key, byteCount: key.bytes.count + max(0, byteCount))
    }

    /// How much memory the kept keys and values take.
    package var byteCount: Int { shards.reduce(0) { $0 + $1.byteCount } }

    /// How many values are kept.
    package var count: Int { shards.reduce(0) { $0 + $1.count } }

    private func shard(of key: ProgramKey) -> ProgramShard<Value> {
        // The high bits: the table of the part goes by the low ones.
        shards[Int(truncatingIfNeeded: UInt(bitPattern: key.hash) >> 48) & (shards.count - 1)]
    }
}

/// A key of a `ProgramCache`: bytes, hashed once.
package struct ProgramKey: Hashable, Sendable {
    package let bytes: [UInt8]
    /// The hash of the bytes, another one in each process.
    package let hash: Int

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        hash = bytes.hashOfWords
    }

    package static func == (a: Self, b: Self) -> Bool { a.hash == b.hash && a.bytes.hasSameWords(as: b.bytes) }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// A part of a cache: entries in a ring by the time of their last use.
private final class ProgramShard<Value: Sendable>: Sendable {
    fileprivate struct Entry {
        let key: ProgramKey
        let value: Value
        let byteCount: Int
        var newer: Int
        var older: Int
    }

    fileprivate struct State {
        var places: [ProgramKey: Int] = [:]
        var entries: [Entry?] = []
        var free: [Int] = []
        /// The most and the least recently used; -1 where there are none.
        var newest = -1
        var oldest = -1
        var byteCount = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) { self.capacity = capacity }

    var byteCount: Int { state.withLock { $0.byteCount } }
    var count: Int { state.withLock { $0.places.count } }

    func value(for key: ProgramKey) -> Value? {
        state.withLock { state in
            guard let place = state.places[key] else { return Value?.none }
            state.touch(place)
            return state.entries[place]?.value
        }
    }

    func insert(_ value: Value, for key: ProgramKey, byteCount: Int) {
        guard byteCount <= capacity else { return }
        // What goes is released outside of the lock: a large program takes a while.
        let dropped = state.withLock { state in
            var dropped = [state.places[key].flatMap { state.remove($0) }]
            while state.byteCount + byteCount > capacity, state.oldest >= 0 {
                dropped.append(state.remove(state.oldest))
            }
            state.append(Entry(key: key, value: value, byteCount: byteCount, newer: -1, older: state.newest))
            return dropped
        }
        withExtendedLifetime(dropped) {}
    }
}

extension ProgramShard.State {
    fileprivate mutating func append(_ entry: ProgramShard.Entry) {
        let place = free.popLast() ?? entries.count
        if place == entries.count { entries.append(entry) } else { entries[place] = entry }
        if newest >= 0 { entries[newest]?.newer = place }
        newest = place
        if oldest < 0 { oldest = place }
        places[entry.key] = place
        byteCount += entry.byteCount
    }

    /// Takes an entry out; what it was.
    fileprivate mutating func remove(_ place: Int) -> ProgramShard.Entry? {
        guard let entry = entries[place] else { return nil }
        unlink(entry)
        entries[place] = nil
        free.append(place)
        places[entry.key] = nil
        byteCount -= entry.byteCount
        return entry
    }

    /// Makes an entry the most recently used.
    fileprivate mutating func touch(_ place: Int) {
        guard place != newest, let entry = entries[place] else { return }
        unlink(entry)
        entries[place]?.newer = -1
        entries[place]?.older = newest
        entries[newest]?.newer = place
        newest = place
    }

    private mutating func unlink(_ entry: ProgramShard.Entry) {
        if entry.newer >= 0 { entries[entry.newer]?.older = entry.older } else { newest = entry.older }
        if entry.older >= 0 { entries[entry.older]?.newer = entry.newer } else { oldest = entry.newer }
    }
}
