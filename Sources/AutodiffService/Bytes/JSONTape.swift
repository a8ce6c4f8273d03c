/// A JSON text that has been read: its values in their order, as entries of eight bytes.
///
/// An array or an object is an entry with its count, and behind it what it holds; a member is its key and its value. A
/// number is an entry and, in the next, its bits. There are only texts that are sound, with plain ASCII strings without
/// escapes: of any other, nothing is made, and it is read in another way.
struct JSONTape: Sendable {
    /// The text.
    let bytes: [UInt8]
    private let entries: [UInt64]

    /// What a value is.
    enum Kind: UInt8 {
        case null, no, yes, number, integer, string, array, object

        /// Whether it is a number, whole or not.
        @inline(__always)
        var isNumber: Bool { self == .number || self == .integer }
    }

    /// A value without any in it, and no string.
    struct Scalar {
        let kind: Kind
        /// Those of a number.
        var bits: UInt64 = 0
        /// The place behind it in the text.
        let end: Int
    }

    /// A value, or a key.
    struct Entry {
        let word: UInt64

        @inline(__always)
        init(_ kind: Kind, count: Int = 0, place: Int = 0) {
            word = UInt64(kind.rawValue) << 60 | UInt64(count) << 32 | UInt64(place)
        }

        @inline(__always)
        fileprivate init(word: UInt64) { self.word = word }

        /// What it is; an `integer` is a number without point and exponent.
        @inline(__always)
        var kind: Kind { Kind(rawValue: UInt8(word >> 60)) ?? .null }
        @inline(__always)
        func isKind(_ kind: Kind) -> Bool { word >> 60 == UInt64(kind.rawValue) }
        /// Whether it is a number, whole or not.
        @inline(__always)
        var isNumber: Bool { isKind(.number) || isKind(.integer) }
        /// How many bytes a string has, how many elements an array, how many members an object.
        @inline(__always)
        var count: Int { Int(word >> 32 & UInt64(maximumCount)) }
        /// Where a string begins in the text.
        @inline(__always)
        var start: Int { Int(word & 0xFFFF_FFFF) }
        /// Where the entries behind an array or an object begin.
        @inline(__always)
        var end: Int { Int(word & 0xFFFF_FFFF) }
    }

    /// The largest count of an entry.
    static let maximumCount = 0xFFF_FFFF

    /// Reads a text; nothing where it is not sound, or not of the simple kind.
    init?(_ bytes: [UInt8], maximumDepth: Int) {
        guard bytes.count <= Self.maximumCount else { return nil }
        // No value has more entries than bytes, but for a number of one digit.
        entries = unsafe [UInt64](unsafeUninitializedCapacity: bytes.count + 1) { output, count in
            unsafe bytes.withUnsafeBytes { input in
                guard let first = output.baseAddress else { return }
                let writer = unsafe JSONTapeWriter(text: input, output: first, maximumDepth: maximumDepth)
                count = unsafe writer.write() ?? 0
            }
        }
        if entries.isEmpty { return nil }
        self.bytes = bytes
    }

    /// The value or key at a place.
    @inline(__always)
    subscript(place: Int) -> Entry { Entry(word: entries[place]) }

    /// The number at a place.
    @inline(__always)
    func number(at place: Int) -> Double { Double(bitPattern: entries[place + 1]) }

    /// The place behind a value.
    @inline(__always)
    func end(of place: Int) -> Int {
        let entry = self[place]
        switch entry.kind {
        case .array, .object: return entry.end
        case .number, .integer: return place + 2
        case .null, .no, .yes, .string: return place + 1
        }
    }

    /// A string or key.
    func text(_ entry: Entry) -> String {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe String(decoding: $0[entry.start..<entry.start + entry.count], as: UTF8.self)
        }
    }

    /// Whether a string or key is this text.
    func isEqual(_ entry: Entry, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard text.count == entry.count else { return false }
            return unsafe bytes.withUnsafeBufferPointer { bytes in
                for place in 0..<text.count where unsafe bytes[entry.start + place] != text[place] { return false }
                return true
            }
        }
    }

    /// The number of a string or key in a table of such.
    @inline(__always)
    func number(of entry: Entry, in table: inout NameTable) -> Int {
        unsafe bytes.withUnsafeBytes { unsafe table.number(of: entry, in: $0) }
    }

    /// Whether a string may be the id of a node: 1 to 256 characters, none of them a control character.
    ///
    /// Of those there is one only that a string may hold without an escape: DEL.
    @inline(__always)
    func isID(_ entry: Entry) -> Bool {
        guard entry.count > 0, entry.count <= 256 else { return false }
        if entry.count <= 8 { return !firstWord(entry).hasDelete }
        return unsafe bytes.withUnsafeBytes { text in
            for offset in stride(from: 0, to: entry.count, by: 8)
            where unsafe text.word(at: entry.start + offset, count: entry.count - offset).hasDelete { return false }
            return true
        }
    }

    /// The first eight bytes of a string or key, and zeros where it has fewer.
    @inline(__always)
    func firstWord(_ entry: Entry) -> UInt64 {
        unsafe bytes.withUnsafeBytes { unsafe $0.word(at: entry.start, count: entry.count) }
    }
}

extension UInt64 {
    /// Whether one of the bytes, all of them ASCII, is DEL.
    @inline(__always)
    fileprivate var hasDelete: Bool {
        (self &+ 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 != 0
    }
}

extension UnsafeRawBufferPointer {
    /// Up to eight bytes as a number, the first the lowest.
    @inline(__always)
    func word(at start: Int, count: Int) -> UInt64 {
        if start + 8 <= self.count {
            let word = unsafe UInt64(littleEndian: loadUnaligned(fromByteOffset: start, as: UInt64.self))
            return count >= 8 ? word : word & (1 << UInt64(8 * count) - 1)
        }
        var word: UInt64 = 0
        for place in 0..<Swift.min(count, 8) { word |= unsafe UInt64(self[start + place]) << UInt64(8 * place) }
        return word
    }
}
