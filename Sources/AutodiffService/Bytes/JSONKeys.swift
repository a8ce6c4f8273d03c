/// The keys of the objects that are open while a text is read, to see that each object has a key once.
struct JSONKeys {
    private struct Key {
        let entry: JSONTape.Entry
        let firstWord: UInt64
    }

    /// In an object with more keys they are looked up in a table.
    private static let fewKeys = 12
    /// As many as there have ever been; those behind `count` are left over.
    private var keys: [Key] = []
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ key: JSONTape.Entry, _ firstWord: UInt64) {
        if count == keys.count {
            keys += repeatElement(Key(entry: JSONTape.Entry(.null), firstWord: 0), count: max(32, count))
        }
        keys[count] = Key(entry: key, firstWord: firstWord)
        count += 1
    }

    /// Forgets the keys from a place on; whether no two of them were the same.
    @inline(__always)
    mutating func removeDistinct(from first: Int, in text: UnsafeRawBufferPointer) -> Bool {
        let isDistinct =
            unsafe count - first > Self.fewKeys
            ? areManyDistinct(from: first, text) : areFewDistinct(from: first, text)
        count = first
        return isDistinct
    }

    @inline(__always)
    private func areFewDistinct(from first: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        var later = first + 1
        while later < count {
            let key = keys[later]
            var earlier = first
            while earlier < later {
                if unsafe areEqual(keys[earlier], key, text) { return false }
                earlier += 1
            }
            later += 1
        }
        return true
    }

    private func areManyDistinct(from first: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        var table = NameTable(capacity: count - first)
        for place in first..<count {
            guard unsafe table.number(of: keys[place].entry, in: text) == place - first else { return false }
        }
        return true
    }

    @inline(__always)
    private func areEqual(_ a: Key, _ b: Key, _ text: UnsafeRawBufferPointer) -> Bool {
        guard a.firstWord == b.firstWord, a.entry.count == b.entry.count else { return false }
        return unsafe a.entry.count <= 8 || text.hasSameBytes(a.entry, b.entry)
    }
}
