// The grammar of RFC 9110 for names and values, on bytes: it is ASCII, and a String's characters are not.

extension String {
    /// Equality as HTTP has it for field names and codings: ASCII letters in either case.
    package func isSameToken(as other: String) -> Bool {
        // Mostly they are written alike.
        if self == other { return true }
        let (mine, others) = (utf8, other.utf8)
        return mine.count == others.count && zip(mine, others).allSatisfy { $0 == $1 || $0.lowercased == $1.lowercased }
    }

    /// Whether this can name a header field: one or more `tchar`.
    package var isToken: Bool {
        !isEmpty && utf8.allSatisfy(\.isTokenByte)
    }

    /// Whether this can stand as a field's value without ending it: no control byte but a tab.
    package var isFieldValue: Bool {
        utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
    }

    /// Whether this can stand in a request line: no control byte and no space.
    package var isRequestTarget: Bool {
        !isEmpty && utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
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
