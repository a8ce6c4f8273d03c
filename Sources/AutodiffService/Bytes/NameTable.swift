/// Numbers for names, in the order in which they come up: names that are the same bytes have the same number.
struct NameTable {
    /// Where a name is looked for: what tells names of up to eight bytes apart is here, and nowhere else in memory.
    private struct Slot {
        var firstWord: UInt64 = 0
        var count: Int32 = 0
        /// The number of the name and one more; 0 where there is none.
        var number: Int32 = 0
    }

    private var names: [JSONTape.Entry] = []
    private var slots: [Slot]

    private static let drawn = (UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1)
    /// Drawn anew in each process, so that nobody can send names that collide.
    private let seeds = Self.drawn

    /// An empty table, with room for some names.
    init(capacity: Int) {
        var size = 16
        while 2 * size < 3 * capacity { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        names.reserveCapacity(capacity)
    }

    /// How many names there are.
    var count: Int { names.count }

    /// The first string or key that a name came up as.
    subscript(number: Int) -> JSONTape.Entry { names[number] }

    /// The number of a name of a text, a new one where the name is new.
    @inline(__always)
    mutating func number(of entry: JSONTape.Entry, in text: UnsafeRawBufferPointer) -> Int {
        let firstWord = unsafe text.word(at: entry.start, count: entry.count)
        let hash = unsafe self.hash(entry, firstWord, text)
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place].number != 0 {
            let slot = slots[place]
            let number = Int(slot.number) - 1
            if slot.firstWord == firstWord, slot.count == Int32(entry.count),
                unsafe entry.count <= 8 || text.hasSameBytes(names[number], entry)
            {
                return number
            }
            place = (place + 1) & (slots.count - 1)
        }
        names.append(entry)
        slots[place] = Slot(firstWord: firstWord, count: Int32(entry.count), number: Int32(names.count))
        if 4 * names.count > 3 * slots.count { unsafe grow(text) }
        return names.count - 1
    }

    private mutating func grow(_ text: UnsafeRawBufferPointer) {
        let old = slots
        slots = [Slot](repeating: Slot(), count: 2 * old.count)
        for slot in old where slot.number != 0 {
            let hash = unsafe self.hash(names[Int(slot.number) - 1], slot.firstWord, text)
            var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
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
