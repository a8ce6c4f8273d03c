/// Copies a JSON text with a zero byte in the place of each number that a function may be given as data, and collects these.
///
/// It checks nothing: that a text is sound follows from another with the same copy having been found sound, as a number
/// is there in the place of a number. Numbers are data in `"inputs"`, bare or in lists, and as the `"value"` of a node
/// of `"graph"` behind its `"op": "input"`; keys are known only where they are written without escapes.
@unsafe struct SkeletonScanner {
    private let text: UnsafeRawBufferPointer
    private var position = 0
    /// Where the bits of numbers go.
    private let words: UnsafeMutablePointer<UInt64>
    /// How many numbers there are.
    private(set) var written = 0
    private let copy: UnsafeMutableRawPointer
    private(set) var copied = 0
    /// The first byte that has not been copied yet.
    private var rest = 0

    /// Which member of the outermost object the scanner is in, and which of a node.
    private enum Member {
        case other, inputs, graph, nodes, op, value

        var isOfNode: Bool { self == .nodes || self == .op || self == .value }
    }
    private var member = Member.other
    private var isInput = false
    /// How many lists and objects are open, and how many objects among them.
    private var depth = 0
    private var objects = 0
    /// The string that was read last.
    private var string = JSONTape.Entry(.null)

    /// Begins with a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - copy: Has room for as many bytes as the text.
    ///   - words: Has room for as many words as that.
    init(_ text: UnsafeRawBufferPointer, copy: UnsafeMutableRawPointer, words: UnsafeMutablePointer<UInt64>) {
        unsafe self.text = unsafe text
        unsafe self.copy = unsafe copy
        unsafe self.words = unsafe words
    }

    /// Scans the text; whether it can be done, which a number out of range prevents.
    mutating func scan() -> Bool {
        while unsafe position < text.count {
            switch unsafe text.byte(at: position) {
            case UInt8(ascii: "\""):
                unsafe string = unsafe skipString()
                if unsafe depth == 4, unsafe member == .op {
                    unsafe isInput = isString("input")
                    unsafe member = .nodes
                }
                continue
            case UInt8(ascii: ":"): unsafe enterMember()
            case UInt8(ascii: "{"):
                unsafe depth += 1
                unsafe objects += 1
                if unsafe depth == 4 { unsafe isInput = false }
            case UInt8(ascii: "}"):
                unsafe depth -= 1
                unsafe objects -= 1
                if unsafe depth == 3, unsafe member == .value { unsafe member = .nodes }
            case UInt8(ascii: "["): unsafe depth += 1
            case UInt8(ascii: "]"): unsafe depth -= 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard unsafe isData else { break }
                unsafe copyRest(to: position)
                unsafe copy.storeBytes(of: 0, toByteOffset: copied, as: UInt8.self)
                unsafe copied += 1
                guard let number = unsafe text.scanNumber(at: position) else { return false }
                unsafe words[written] = number.bits
                unsafe written += 1
                unsafe position = number.end
                unsafe rest = number.end
                continue
            default: break
            }
            unsafe position += 1
        }
        unsafe copyRest(to: text.count)
        return true
    }

    /// Whether a number that stands here is data.
    private var isData: Bool {
        switch unsafe member {
        case .inputs: unsafe objects == 2 && depth >= 2
        case .value: unsafe isInput && objects == 3 && depth >= 4
        default: false
        }
    }

    /// Notes which member the last string begins, where that matters.
    private mutating func enterMember() {
        switch unsafe depth {
        case 1: unsafe member = isString("inputs") ? .inputs : isString("graph") ? .graph : .other
        case 2 where unsafe member != .inputs && member != .other: unsafe member = isString("nodes") ? .nodes : .graph
        case 4 where unsafe objects == 3 && member.isOfNode:
            unsafe member = isString("op") ? .op : isString("value") ? .value : .nodes
        default: break
        }
    }

    /// Whether the last string is this one.
    private func isString(_ text: StaticString) -> Bool {
        guard unsafe string.count == text.utf8CodeUnitCount else { return false }
        for place in 0..<text.utf8CodeUnitCount
        where unsafe self.text[string.start + place] != text.utf8Start[place] {
            return false
        }
        return true
    }

    private mutating func copyRest(to end: Int) {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: text[rest..<end])
        if let base = bytes.baseAddress { unsafe (copy + copied).copyMemory(from: base, byteCount: bytes.count) }
        unsafe copied += end - rest
    }

    /// Goes behind a string, whatever it holds, or to the end where it has none; what is between the quotes.
    private mutating func skipString() -> JSONTape.Entry {
        unsafe position += 1
        let start = unsafe position
        while unsafe position < text.count {
            if unsafe position + 8 <= text.count {
                let word = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                let marks = word.quotesAndEscapes
                unsafe position += marks == 0 ? 8 : marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
            }
            let byte = unsafe text.byte(at: position)
            unsafe position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") {
                return unsafe JSONTape.Entry(.string, count: position - 1 - start, place: start)
            }
        }
        unsafe position = text.count
        return JSONTape.Entry(.null)
    }
}

extension UInt64 {
    /// The high bit of the first byte that is a quote or a backslash; what comes behind it may be marked wrongly.
    @inline(__always)
    fileprivate var quotesAndEscapes: UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = self ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let escapes = self ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return ((quotes &- ones) & ~quotes | (escapes &- ones) & ~escapes) & (ones &* 0x80)
    }
}
