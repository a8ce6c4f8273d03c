/// The keys of the objects that are open while a text is read, to see that each object has a key once.
@unsafe struct JSONKeys {
    private struct Key: BitwiseCopyable {
        let entry: JSONTape.Entry
        let firstWord: UInt64
    }

    /// In an object with more keys they are looked up in a table.
    private static let fewKeys = 12
    private var keys = unsafe ByteStack<Key>()
    var count: Int { unsafe keys.count }

    @inline(__always)
    mutating func append(_ key: JSONTape.Entry, _ firstWord: UInt64) {
        unsafe keys.push(Key(entry: key, firstWord: firstWord))
    }

    /// Gives the memory back.
    func deallocate() { unsafe keys.deallocate() }

    /// Forgets the keys from a place on; whether no two of them were the same.
    @inline(__always)
    mutating func removeDistinct(from first: Int, in text: UnsafeRawBufferPointer) -> Bool {
        let isDistinct =
            unsafe count - first > Self.fewKeys
            ? areManyDistinct(from: first, text) : areFewDistinct(from: first, text)
        unsafe keys.drop(to: first)
        return isDistinct
    }

    @inline(__always)
    private func areFewDistinct(from first: Int, _ text: UnsafeRawBufferPointer) -> Bool {
        var later = first + 1
        while unsafe later < count {
            let key = unsafe keys[later]
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
        var table = unsafe NameTable(capacity: count - first)
        for place in unsafe first..<count {
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
