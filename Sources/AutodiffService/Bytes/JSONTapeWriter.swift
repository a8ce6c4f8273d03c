/// Reads a JSON text (RFC 8259) into the entries of a tape, in one pass, without recursion.
///
/// It gives up, without a word, on what is not sound, and on what it is not made for: strings with escapes or beyond
/// ASCII, numbers outside of the range of a double.
@unsafe struct JSONTapeWriter {
    let base: UnsafeRawPointer
    let count: Int
    let output: UnsafeMutablePointer<UInt64>
    let maximumDepth: Int
    var position = 0
    private(set) var written = 0
    private var open = unsafe ByteStack<Container>()
    private var inner = Container(isObject: false, place: 0, firstKey: 0)
    private var keys = unsafe JSONKeys()

    /// An array or object whose end has not been read yet.
    private struct Container: BitwiseCopyable {
        let isObject: Bool
        let place: Int
        /// Where its keys begin in the list of keys.
        let firstKey: Int
        var count = 0
    }

    init(base: UnsafeRawPointer, count: Int, output: UnsafeMutablePointer<UInt64>, maximumDepth: Int) {
        unsafe self.base = unsafe base
        unsafe self.count = count
        unsafe self.output = unsafe output
        unsafe self.maximumDepth = maximumDepth
    }

    /// The byte at a place, or 0 at the end: a byte that is legal nowhere in a JSON text.
    @inline(__always)
    var current: UInt8 {
        unsafe position < count ? base.load(fromByteOffset: position, as: UInt8.self) : 0
    }

    private var text: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: base, count: count) }

    /// Reads the text; whether it is one that can be read.
    mutating func write() -> Bool {
        defer {
            unsafe open.deallocate()
            unsafe keys.deallocate()
        }
        while true {
            if unsafe inner.isObject { guard unsafe scanKey() else { return false } }
            switch unsafe skipWhitespace() {
            case UInt8(ascii: "\""):
                guard let string = unsafe scanString() else { return false }
                unsafe append(string)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard unsafe scanNumber() else { return false }
            case UInt8(ascii: "{"):
                guard let byte = unsafe enter(isObject: true) else { return false }
                if byte != UInt8(ascii: "}") { continue }
                guard unsafe leave() else { return false }
            case UInt8(ascii: "["):
                guard let byte = unsafe enter(isObject: false) else { return false }
                if byte != UInt8(ascii: "]") { continue }
                guard unsafe leave() else { return false }
            case UInt8(ascii: "t"): guard unsafe scan("true", .yes) else { return false }
            case UInt8(ascii: "f"): guard unsafe scan("false", .no) else { return false }
            case UInt8(ascii: "n"): guard unsafe scan("null", .null) else { return false }
            default: return false
            }
            guard let isEnd = unsafe finish() else { return false }
            if isEnd { return true }
        }
    }

    /// Closes what ends here, and goes to where the next value is due; whether the whole has ended, or nothing.
    @inline(__always)
    private mutating func finish() -> Bool? {
        while unsafe !open.isEmpty {
            let byte = unsafe skipWhitespace()
            unsafe inner.count &+= 1
            if byte == UInt8(ascii: ",") {
                unsafe position += 1
                return false
            }
            let end = unsafe inner.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
            guard byte == end, unsafe leave() else { return nil }
        }
        _ = unsafe skipWhitespace()
        return unsafe position == count ? true : nil
    }

    /// Goes into an array or object; the first byte in it, or nothing where that is too deep.
    @inline(__always)
    private mutating func enter(isObject: Bool) -> UInt8? {
        guard unsafe open.count < maximumDepth else { return nil }
        unsafe position += 1
        unsafe open.push(inner)
        unsafe inner = Container(isObject: isObject, place: written, firstKey: keys.count)
        unsafe written += 1
        return unsafe skipWhitespace()
    }

    /// Closes the innermost container; nothing where two of its keys are one.
    @inline(__always)
    private mutating func leave() -> Bool {
        unsafe position += 1
        let kind = unsafe inner.isObject ? JSONTape.Kind.object : .array
        unsafe output[inner.place] = JSONTape.Entry(kind, count: inner.count, place: written).word
        if unsafe inner.isObject, unsafe !keys.removeDistinct(from: inner.firstKey, in: text) { return false }
        guard let outer = unsafe open.pop() else { return false }
        unsafe inner = outer
        return true
    }

    /// Reads a key and its colon.
    @inline(__always)
    private mutating func scanKey() -> Bool {
        guard unsafe skipWhitespace() == UInt8(ascii: "\""), let key = unsafe scanString() else { return false }
        unsafe append(key)
        unsafe keys.append(key, text.word(at: key.start, count: key.count))
        guard unsafe skipWhitespace() == UInt8(ascii: ":") else { return false }
        unsafe position += 1
        return true
    }

    @inline(__always)
    mutating func append(_ entry: JSONTape.Entry) {
        unsafe output[written] = entry.word
        unsafe written += 1
    }

    /// Writes a number: an entry, and its bits.
    @inline(__always)
    mutating func append(_ kind: JSONTape.Kind, _ number: Double) {
        unsafe append(JSONTape.Entry(kind))
        unsafe output[written] = number.bitPattern
        unsafe written += 1
    }

    /// Goes to the next byte that is no whitespace, and tells it, or 0 at the end.
    @inline(__always)
    private mutating func skipWhitespace() -> UInt8 {
        while true {
            let byte = unsafe current
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            unsafe position += 1
        }
    }

    private mutating func scan(_ literal: StaticString, _ kind: JSONTape.Kind) -> Bool {
        for byte in literal.description.utf8 {
            guard unsafe current == byte else { return false }
            unsafe position += 1
        }
        unsafe append(JSONTape.Entry(kind))
        return true
    }

    /// Reads a string, quotes included; nothing where it is not plain.
    @inline(__always)
    private mutating func scanString() -> JSONTape.Entry? {
        let start = unsafe position + 1
        var end = start
        while unsafe end + 8 <= count {
            let word = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            let special = word.specialBytes
            if special != 0 { return unsafe endString(from: start, at: end + special.trailingZeroBitCount / 8) }
            end += 8
        }
        while unsafe end < count {
            let byte = unsafe base.load(fromByteOffset: end, as: UInt8.self)
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
            end += 1
        }
        return unsafe endString(from: start, at: end)
    }

    @inline(__always)
    private mutating func endString(from start: Int, at end: Int) -> JSONTape.Entry? {
        guard unsafe end < count, unsafe base.load(fromByteOffset: end, as: UInt8.self) == UInt8(ascii: "\"") else {
            return nil
        }
        unsafe position = end + 1
        return JSONTape.Entry(.string, count: end - start, place: start)
    }
}

extension UInt64 {
    /// The high bit of each byte that a string treats in a special way, the first of them at least: what comes behind it may
    /// be marked wrongly.
    @inline(__always)
    fileprivate var specialBytes: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = self ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let escapes = self ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let controls = (self &- ones &* 0x20) & ~self
        let marks = (quotes &- ones) & ~quotes | (escapes &- ones) & ~escapes | controls | self
        return marks & (ones &* 0x80)
    }
}
