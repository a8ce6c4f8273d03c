// The grammar of RFC 9110 for names and values, on bytes: it is ASCII, and a String's characters are not.

extension String {
    /// Equality as HTTP has it for field names and codings: ASCII letters in either case.
    package func isSameToken(as other: String) -> Bool { utf8.span.isSameToken(as: other.utf8.span) }

    /// Whether this can name a header field: one or more `tchar`.
    package var isToken: Bool { utf8.span.isToken }

    /// Whether this can stand as a field's value without ending it: no control byte but a tab.
    package var isFieldValue: Bool { utf8.span.isFieldValue }

    /// Whether this can stand in a request line: no control byte and no space.
    package var isRequestTarget: Bool {
        let bytes = utf8.span
        for place in bytes.indices where bytes[place] <= 0x20 || bytes[place] == 0x7F { return false }
        return !bytes.isEmpty
    }
}

extension Span<UInt8> {
    /// Equality as HTTP has it for field names and codings: ASCII letters in either case.
    func isSameToken(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in indices {
            let (byte, otherByte) = (self[place], other[place])
            if byte != otherByte, byte.lowercased != otherByte.lowercased { return false }
        }
        return true
    }

    /// Whether this can name a header field: one or more `tchar`.
    var isToken: Bool {
        for place in indices where !self[place].isTokenByte { return false }
        return !isEmpty
    }

    /// Whether this can stand as a field's value without ending it: no control byte but a tab.
    var isFieldValue: Bool {
        for place in indices where self[place] < 0x20 && self[place] != UInt8(ascii: "\t") || self[place] == 0x7F {
            return false
        }
        return true
    }

    /// The number that these digits are; nothing where there is another byte, none, or more than 18.
    var decimal: Int? {
        guard 1...18 ~= count else { return nil }
        var number = 0
        for place in indices {
            guard 0x30...0x39 ~= self[place] else { return nil }
            number = 10 * number + Int(self[place] - 0x30)
        }
        return number
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    fileprivate var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"),
            UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
