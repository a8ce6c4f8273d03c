/// JSON being written: the spelling of each kind of scalar, as bytes.
package struct JSONText {
    package internal(set) var bytes: [UInt8] = []

    package init() {}

    /// Writes one byte of punctuation.
    mutating func append(_ scalar: UnicodeScalar) { bytes.append(UInt8(ascii: scalar)) }

    /// Writes text that is JSON already.
    package mutating func append(json: String) { bytes.append(contentsOf: json.utf8) }

    /// Writes bytes that are JSON already.
    mutating func append(json: ArraySlice<UInt8>) { bytes.append(contentsOf: json) }

    /// Writes a string in quotes, with no more escapes than RFC 8259 demands.
    package mutating func append(string: String) {
        append("\"")
        if string.utf8.contains(where: Self.needsEscape) {
            for byte in string.utf8 { append(escaping: byte) }
        } else {
            bytes.append(contentsOf: string.utf8)
        }
        append("\"")
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(json: #"\""#)
        case UInt8(ascii: "\\"): append(json: #"\\"#)
        case UInt8(ascii: "\n"): append(json: #"\n"#)
        case UInt8(ascii: "\r"): append(json: #"\r"#)
        case UInt8(ascii: "\t"): append(json: #"\t"#)
        case 0x08: append(json: #"\b"#)
        case 0x0C: append(json: #"\f"#)
        case 0..<0x20: append(json: (byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16))
        default: bytes.append(byte)
        }
    }
}
