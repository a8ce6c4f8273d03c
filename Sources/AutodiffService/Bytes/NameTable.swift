/// Numbers for names, in the order in which they come up: names that are the same bytes have the same number.
struct NameTable {
    private struct Name {
        let entry: JSONTape.Entry
        let firstWord: UInt64
    }

    private var names: [Name] = []
    /// For a hash, the number of a name and one more; 0 where there is none.
    private var slots: [Int32]

    private static let drawn = (UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1)
    /// Drawn anew in each process, so that nobody can send names that collide.
    private let seeds = Self.drawn

    /// An empty table, with room for some names.
    init(capacity: Int) {
        var size = 16
        // So roomy that a name mostly is where it is looked for first: a processor that guesses otherwise waits for long.
        while size < 4 * capacity { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        names.reserveCapacity(capacity)
    }

    /// How many names there are.
    var count: Int { names.count }

    /// The first string or key that a name came up as.
    subscript(number: Int) -> JSONTape.Entry { names[number].entry }

    /// The number of a name of a text, a new one where the name is new.
    @inline(__always)
    mutating func number(of entry: JSONTape.Entry, in text: UnsafeRawBufferPointer) -> Int {
        let firstWord = unsafe text.word(at: entry.start, count: entry.count)
        let slot = unsafe self.slot(of: entry, firstWord, text)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        names.append(Name(entry: entry, firstWord: firstWord))
        slots[slot] = Int32(names.count)
        if 2 * names.count > slots.count { unsafe grow(text) }
        return names.count - 1
    }

    /// The number of a name of a text; nothing where the name is not in the table.
    @inline(__always)
    func known(_ entry: JSONTape.Entry, in text: UnsafeRawBufferPointer) -> Int? {
        let firstWord = unsafe text.word(at: entry.start, count: entry.count)
        let number = unsafe slots[self.slot(of: entry, firstWord, text)]
        return number == 0 ? nil : Int(number) - 1
    }

    /// Where a name is in the table, or would be.
    @inline(__always)
    private func slot(of entry: JSONTape.Entry, _ firstWord: UInt64, _ text: UnsafeRawBufferPointer) -> Int {
        let hash = unsafe self.hash(entry, firstWord, text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let name = names[Int(slots[slot]) - 1]
            if name.firstWord == firstWord, name.entry.count == entry.count,
                unsafe entry.count <= 8 || text.hasSameBytes(name.entry, entry)
            {
                break
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow(_ text: UnsafeRawBufferPointer) {
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for number in names.indices {
            let name = names[number]
            let hash = unsafe self.hash(name.entry, name.firstWord, text)
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }

    @inline(__always)
    private func hash(
        _ entry: JSONTape.Entry, _ firstWord: UInt64, _ text: UnsafeRawBufferPointer
    ) -> UInt64 {
        var hash = Self.mix(firstWord ^ seeds.0, UInt64(entry.count) ^ seeds.1)
        var place = 8
        while place < entry.count {
            let word = unsafe text.word(at: entry.start + place, count: entry.count - place)
            hash = Self.mix(hash ^ word, seeds.1)
            place += 8
        }
        return hash
    }

    @inline(__always)
    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}

extension UnsafeRawBufferPointer {
    /// Whether two strings of as many bytes are the same.
    func hasSameBytes(_ a: JSONTape.Entry, _ b: JSONTape.Entry) -> Bool {
        var place = 0
        while place < a.count {
            let same =
                unsafe word(at: a.start + place, count: a.count - place)
                == word(at: b.start + place, count: b.count - place)
            guard same else { return false }
            place += 8
        }
        return true
    }
}
