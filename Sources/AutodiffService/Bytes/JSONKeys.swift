/// The keys of the objects that are open while a text is read, to see that each object has a key once.
///
/// Objects of one list mostly have the same keys in one order. So the keys of an object are kept when it is closed: where they
/// come again they need not be read, and if all do they are known to be distinct.
struct JSONKeys: ~Copyable {
    private struct Key: BitwiseCopyable {
        let entry: JSONTape.Entry
        let firstWord: UInt64
        /// The key with its quotes and a colon, and which bytes these are, where they are eight at most.
        let written: UInt64
        let mask: UInt64
        /// Where the keys of its object begin.
        let first: Int
    }

    /// In an object with more keys they are looked up in a table.
    private static let fewKeys = 12
    private var keys = PlainList<Key>()
    /// How many keys there are with those, behind the last, of closed objects: each there stands behind the same as then.
    private var keptCount = 0
    var count: Int { keys.count }

    /// Takes the key that an object before had in this place, if it comes again at once with a colon.
    ///
    /// What is behind a key was read after it: where it comes again behind the keys of an object that begins where its own
    /// did, those are the keys that were before it then, and they were distinct.
    @inline(__always)
    mutating func next(
        ofObjectAt first: Int, in text: UnsafeRawBufferPointer, at place: Int
    ) -> JSONTape.Entry? {
        guard count < keptCount, place &+ 8 <= text.count else { return nil }
        let key = unsafe keys.forgotten
        let word = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        guard key.first == first, word & key.mask == key.written else { return nil }
        unsafe keys.takeForgotten()
        return key.entry
    }

    /// Adds a key that has been read.
    mutating func append(_ key: JSONTape.Entry, ofObjectAt first: Int, in text: UnsafeRawBufferPointer) {
        // With a mask of zero no text is the same as one.
        var (written, mask): (UInt64, UInt64) = (1, 0)
        if key.count <= 5 {
            let colon = UInt64(UInt8(ascii: ":")) << UInt64(8 * (key.count + 2))
            written = unsafe text.word(at: key.start - 1, count: key.count + 2) | colon
            mask = .max >> UInt64(64 - 8 * (key.count + 3))
        }
        let firstWord = unsafe text.word(at: key.start, count: key.count)
        keys.append(Key(entry: key, firstWord: firstWord, written: written, mask: mask, first: first))
        keptCount = count
    }

    /// Closes the innermost object, whose keys are those from a place on; whether no two of them are the same, which may be known.
    @inline(__always)
    mutating func close(_ first: Int, _ isKnown: Bool, in text: UnsafeRawBufferPointer) -> Bool {
        let isDistinct = unsafe isKnown || areDistinct(from: first, in: text)
        keys.drop(to: first)
        return isDistinct
    }

    private func areDistinct(from first: Int, in text: UnsafeRawBufferPointer) -> Bool {
        unsafe count - first > Self.fewKeys ? areManyDistinct(from: first, text) : areFewDistinct(from: first, text)
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
