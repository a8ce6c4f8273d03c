/// Reads a JSON text (RFC 8259) into the entries of a tape, in one pass, without recursion.
///
/// It gives up, without a word, on what is not sound, and on what it is not made for: strings with escapes or beyond
/// ASCII, numbers outside of the range of a double.
@unsafe struct JSONTapeWriter {
    let text: UnsafeRawBufferPointer
    let output: UnsafeMutablePointer<UInt64>
    let maximumDepth: Int

    /// An array or object whose end has not been read yet.
    private struct Container: BitwiseCopyable {
        let isObject: Bool
        let place: Int
        /// Where its keys begin in the list of keys.
        let firstKey: Int
        /// Whether its keys so far are those of an object before it, in their order.
        var isKnown = true
        var count = 0

        /// The byte that closes it.
        @inline(__always)
        var end: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

        /// Its entry, when what it holds is written.
        @inline(__always)
        func entry(behind place: Int) -> UInt64 {
            JSONTape.Entry(isObject ? .object : .array, count: count, place: place).word
        }
    }

    /// Reads the text; how many entries it has, or nothing where it cannot be read.
    func write() -> Int? {
        // What changes with each byte is in variables, which a processor has at hand.
        var position = 0
        var written = 0
        var inner = Container(isObject: false, place: 0, firstKey: 0)
        var isKey = false
        var open = PlainList<Container>()
        var keys = JSONKeys()
        while true {
            let first = unsafe skipWhitespace(&position)
            if isKey, let key = unsafe keys.next(ofObjectAt: inner.firstKey, in: text, at: position) {
                unsafe output[written] = key.word
                written &+= 1
                position &+= key.count &+ 3
                isKey = false
                continue
            }
            if first == UInt8(ascii: "\"") {
                guard let string = unsafe scanString(at: position) else { return nil }
                unsafe output[written] = string.word
                written &+= 1
                if isKey {
                    unsafe keys.append(string, ofObjectAt: inner.firstKey, in: text)
                    inner.isKnown = false
                    position &+= string.count &+ 2
                    guard unsafe skipWhitespace(&position) == UInt8(ascii: ":") else { return nil }
                    position &+= 1
                    isKey = false
                    continue
                }
                position &+= string.count &+ 2
            } else if isKey {
                return nil
            } else if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                guard unsafe open.count < maximumDepth else { return nil }
                open.append(inner)
                inner = Container(isObject: first == UInt8(ascii: "{"), place: written, firstKey: keys.count)
                written &+= 1
                position &+= 1
                if unsafe skipWhitespace(&position) != inner.end {
                    isKey = inner.isObject
                    continue
                }
                unsafe output[inner.place] = inner.entry(behind: written)
                guard let outer = open.popLast() else { return nil }
                inner = outer
                position &+= 1
            } else {
                guard let scalar = unsafe scanScalar(first, at: position) else { return nil }
                position = scalar.end
                unsafe output[written] = JSONTape.Entry(scalar.kind).word
                written &+= 1
                if scalar.kind.isNumber {
                    unsafe output[written] = scalar.bits
                    written &+= 1
                }
            }
            // Closes what ends here, and goes to where the next value is due.
            while true {
                let byte = unsafe skipWhitespace(&position)
                if open.isEmpty { return unsafe position == text.count ? written : nil }
                inner.count &+= 1
                position &+= 1
                if byte == UInt8(ascii: ",") {
                    isKey = inner.isObject
                    break
                }
                guard byte == inner.end else { return nil }
                unsafe output[inner.place] = inner.entry(behind: written)
                if inner.isObject, unsafe !keys.close(inner.firstKey, inner.isKnown, in: text) { return nil }
                guard let outer = open.popLast() else { return nil }
                inner = outer
            }
        }
    }

    /// Goes to the next byte that is no whitespace, and tells it, or 0 at the end.
    @inline(__always)
    private func skipWhitespace(_ position: inout Int) -> UInt8 {
        while true {
            let byte = unsafe text.byte(at: position)
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position &+= 1
        }
    }

    /// Reads a string, quotes included; nothing where it is not plain.
    @inline(__always)
    private func scanString(at place: Int) -> JSONTape.Entry? {
        let start = place &+ 1
        var end = start
        while unsafe end &+ 8 <= text.count {
            let word = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: end, as: UInt64.self))
            let special = word.specialBytes
            if special != 0 { return unsafe endString(from: start, at: end &+ special.trailingZeroBitCount / 8) }
            end &+= 8
        }
        while unsafe end < text.count {
            let byte = unsafe text.byte(at: end)
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
            end &+= 1
        }
        return unsafe endString(from: start, at: end)
    }

    @inline(__always)
    private func endString(from start: Int, at end: Int) -> JSONTape.Entry? {
        guard unsafe text.byte(at: end) == UInt8(ascii: "\"") else { return nil }
        return JSONTape.Entry(.string, count: end &- start, place: start)
    }

    /// Reads a number, or what has a name; nothing where there is none.
    private func scanScalar(_ first: UInt8, at place: Int) -> JSONTape.Scalar? {
        switch first {
        case UInt8(ascii: "t"): unsafe scan("true", .yes, at: place)
        case UInt8(ascii: "f"): unsafe scan("false", .no, at: place)
        case UInt8(ascii: "n"): unsafe scan("null", .null, at: place)
        default: unsafe text.scanNumber(at: place)
        }
    }

    private func scan(_ literal: StaticString, _ kind: JSONTape.Kind, at place: Int) -> JSONTape.Scalar? {
        var position = place
        for byte in literal.description.utf8 {
            guard unsafe text.byte(at: position) == byte else { return nil }
            position += 1
        }
        return JSONTape.Scalar(kind: kind, end: position)
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
