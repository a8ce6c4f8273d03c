/// A scanner that proves a body to be one strict RFC 8259 JSON text, before anything is built from it.
///
/// Foundation's reader keeps one of two equal keys, says little about where a text breaks off, and recurses. So the
/// bytes are read here first, without recursion and without allocating per value, and what reaches Foundation
/// is known to be sound.
package struct JSONSyntax {
    /// Nesting that fits every request of the contract with room to spare, and is far below Foundation's limit of 512.
    package static let defaultMaximumDepth = 64

    let bytes: [UInt8]
    let maximumDepth: Int
    var position = 0
    /// The containers around `position`, outermost first.
    var open: [OpenContainer] = []
    /// The keys of all open objects that have few of them, outermost object first.
    var keys: [Key] = []

    /// Throws at the first byte where `bytes` stops being a JSON text within the limits.
    package static func check(
        _ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth
    ) throws(JSONSyntaxError) {
        var scanner = JSONSyntax(bytes: bytes, maximumDepth: maximumDepth)
        try scanner.scanDocument()
    }

    private init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    private mutating func scanDocument() throws(JSONSyntaxError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw JSONSyntaxError(.syntax, at: 0, "a JSON text begins without a byte order mark")
        }
        var isComplete = false
        while !isComplete {
            if try scanValue() { isComplete = try finishValue() }
        }
        skipWhitespace()
        guard position == bytes.count else { throw unexpected("the end of the body after the value") }
    }

    /// Reads a scalar, an empty container, or a container's opening up to where its first value is due.
    ///
    /// Returns whether a value is complete.
    private mutating func scanValue() throws(JSONSyntaxError) -> Bool {
        skipWhitespace()
        switch current {
        case UInt8(ascii: "\""): _ = try scanString()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        case UInt8(ascii: "{"): return try openObject()
        case UInt8(ascii: "["): return try openArray()
        case UInt8(ascii: "t"): try scanLiteral("true")
        case UInt8(ascii: "f"): try scanLiteral("false")
        case UInt8(ascii: "n"): try scanLiteral("null")
        default: throw unexpected("a JSON value")
        }
        return true
    }

    /// Closes every container that ends here, and moves to where the next value is due.
    ///
    /// Returns whether the outermost value is complete.
    private mutating func finishValue() throws(JSONSyntaxError) -> Bool {
        while let isObject = open.last?.isObject {
            skipWhitespace()
            switch (current, isObject) {
            case (UInt8(ascii: ","), true):
                position += 1
                skipWhitespace()
                try scanKey()
                return false
            case (UInt8(ascii: ","), false):
                position += 1
                open[open.count - 1].index += 1
                return false
            case (UInt8(ascii: "}"), true), (UInt8(ascii: "]"), false):
                closeContainer()
            default:
                throw unexpected(isObject ? "',' or '}'" : "',' or ']'")
            }
        }
        return true
    }

    private mutating func scanLiteral(_ literal: StaticString) throws(JSONSyntaxError) {
        for byte in literal.description.utf8 {
            guard current == byte else { throw unexpected("the literal \(literal)") }
            position += 1
        }
    }
}

extension JSONSyntax {
    /// The byte at `position`, or 0 at the end: a byte that is legal nowhere in a JSON text.
    var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipWhitespace() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    /// The error that something else than `expected` stands at `position`.
    func unexpected(_ expected: String) -> JSONSyntaxError {
        if bytes.isEmpty { return JSONSyntaxError(.syntax, at: 0, "expected \(expected) but the body is empty") }
        return JSONSyntaxError(.syntax, at: position, "expected \(expected) but found \(found)")
    }

    private var found: String {
        guard position < bytes.count else { return "the end of the body" }
        let byte = bytes[position]
        if (0x20..<0x7F).contains(byte) { return "'\(Character(UnicodeScalar(byte)))'" }
        return "the byte \(Self.hexadecimal(byte))"
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
    }
}
