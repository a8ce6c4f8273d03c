/// A name of a program, as a number.
struct Symbol: Hashable, BitwiseCopyable, Sendable {
    let index: Int32

    // The names that mean something from the start, in the order in which a table takes them in.
    static let pi = Symbol(index: 0)
    static let infinity = Symbol(index: 1)
    static let notANumber = Symbol(index: 2)
    static let result = Symbol(index: 3)
    static let `where` = Symbol(index: 4)

    static let known = ["pi", "inf", "nan", "result", "where"]

    /// The number that the name stands for unless the program gives it another meaning.
    var constant: Double? {
        switch self {
        case .pi: .pi
        case .infinity: .infinity
        case .notANumber: .nan
        case _: nil
        }
    }
}

/// The names of a program, each once.
///
/// An open hash table over bytes: names are most of a long program, and a dictionary of strings would take most of
/// the time. `Hasher` is seeded anew in each process, so nobody can write a program whose names collide.
struct SymbolTable {
    private var pool: [UInt8] = []
    private var ends: [Int32] = []
    private var hashes: [Int] = []
    private var slots = [Int32](repeating: -1, count: 64)
    /// Names beyond ASCII are compared as strings are: whatever way an é is encoded, it is the same name.
    private var unicode: [String: Symbol] = [:]

    init() {
        for name in Symbol.known {
            let bytes = Array(name.utf8)
            _ = intern(bytes, 0, bytes.count)
        }
    }

    var count: Int { ends.count }

    /// The text of a name.
    func name(_ symbol: Symbol) -> String { String(decoding: pool[range(symbol)], as: UTF8.self) }

    /// The symbol of a name that the program has.
    func symbol(named name: String) -> Symbol? {
        let bytes = Array(name.utf8)
        if bytes.contains(where: { $0 >= 0x80 }) { return unicode[name] }
        let entry = slots[slot(of: bytes, 0, bytes.count, hash: SymbolTable.hash(bytes, 0, bytes.count))]
        return entry < 0 ? nil : Symbol(index: entry)
    }

    /// The symbol of an ASCII name, which stands at a stretch of some bytes.
    mutating func intern(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Symbol {
        let hash = SymbolTable.hash(bytes, start, end)
        let slot = slot(of: bytes, start, end, hash: hash)
        if slots[slot] >= 0 { return Symbol(index: slots[slot]) }
        slots[slot] = Int32(count)
        let symbol = add(bytes[start..<end], hash: hash)
        if 2 * count > slots.count { grow() }
        return symbol
    }

    /// The symbol of any name.
    mutating func intern(unicode name: String) -> Symbol {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return intern(Array(name.utf8), 0, name.utf8.count) }
        if let symbol = unicode[name] { return symbol }
        let symbol = add(name.utf8, hash: 0)
        unicode[name] = symbol
        return symbol
    }

    private mutating func add(_ name: some Collection<UInt8>, hash: Int) -> Symbol {
        pool.append(contentsOf: name)
        ends.append(Int32(pool.count))
        hashes.append(hash)
        return Symbol(index: Int32(ends.count - 1))
    }

    private func range(_ symbol: Symbol) -> Range<Int> {
        let index = Int(symbol.index)
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// Where a name is, or is to be put.
    private func slot(of bytes: [UInt8], _ start: Int, _ end: Int, hash: Int) -> Int {
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0, !matches(Symbol(index: slots[slot]), bytes, start, end, hash) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func matches(_ symbol: Symbol, _ bytes: [UInt8], _ start: Int, _ end: Int, _ hash: Int) -> Bool {
        guard hashes[Int(symbol.index)] == hash else { return false }
        let range = range(symbol)
        guard range.count == end - start else { return false }
        for offset in 0..<range.count where pool[range.lowerBound + offset] != bytes[start + offset] { return false }
        return true
    }

    private mutating func grow() {
        var larger = [Int32](repeating: -1, count: 4 * slots.count)
        for entry in slots where entry >= 0 {
            var slot = hashes[Int(entry)] & (larger.count - 1)
            while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = entry
        }
        slots = larger
    }

    private static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var hasher = Hasher()
        var word: UInt64 = 0
        for place in start..<end {
            word = word << 8 | UInt64(bytes[place])
            // A name has no byte of 0, so the words of different names differ.
            if (place - start) & 7 == 7 {
                hasher.combine(word)
                word = 0
            }
        }
        hasher.combine(word)
        return hasher.finalize()
    }
}
