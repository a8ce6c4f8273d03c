extension JSONSyntax {
    /// Reads a string, quotes included; returns whether it is ASCII without escapes.
    mutating func scanString() throws(JSONSyntaxError) -> Bool {
        var isPlain = true
        position += 1
        while true {
            skipPlainText()
            switch current {
            case UInt8(ascii: "\""):
                position += 1
                return isPlain
            case UInt8(ascii: "\\"):
                isPlain = false
                try scanEscape()
            case 0x80...:
                isPlain = false
                try scanMultibyteCharacter()
            default:
                guard position < bytes.count else { throw unexpected("'\"' to end the string") }
                throw JSONSyntaxError(
                    .syntax, at: position,
                    "the control character \(Self.hexadecimal(current)) must be escaped in a string")
            }
        }
    }

    /// Skips to the next byte that a string treats in a special way.
    private mutating func skipPlainText() {
        let bytes = bytes
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        position = index
    }

    private mutating func scanEscape() throws(JSONSyntaxError) {
        let start = position
        position += 1
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            try scanUnicodeEscape(from: start)
        default:
            throw unexpected(#"one of " \ / b f n r t u after '\'"#)
        }
    }

    /// Reads `u` and four digits, or both halves of a surrogate pair: half a pair is no character.
    private mutating func scanUnicodeEscape(from start: Int) throws(JSONSyntaxError) {
        position += 1
        switch try scanFourHexadecimalDigits() {
        case 0xD800...0xDBFF:
            let hasLow = current == UInt8(ascii: "\\") && bytes[(position + 1)...].first == UInt8(ascii: "u")
            guard hasLow else { throw unpairedSurrogate(at: start) }
            position += 2
            let low = try scanFourHexadecimalDigits()
            guard (0xDC00...0xDFFF).contains(low) else { throw unpairedSurrogate(at: start) }
        case 0xDC00...0xDFFF:
            throw unpairedSurrogate(at: start)
        default:
            break
        }
    }

    private func unpairedSurrogate(at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(.syntax, at: offset, "a surrogate escape must be one of a pair, high then low")
    }

    private mutating func scanFourHexadecimalDigits() throws(JSONSyntaxError) -> Int {
        var value = 0
        for _ in 0..<4 {
            guard let digit = Character(UnicodeScalar(current)).hexDigitValue else {
                throw unexpected(#"four hexadecimal digits after '\u'"#)
            }
            value = value * 16 + digit
            position += 1
        }
        return value
    }

    /// Reads one character of two to four bytes, by the table of well-formed sequences in the Unicode standard (3-7).
    private mutating func scanMultibyteCharacter() throws(JSONSyntaxError) {
        let start = position
        let (second, length): (ClosedRange<UInt8>, Int) =
            switch current {
            case 0xC2...0xDF: (0x80...0xBF, 2)
            case 0xE0: (0xA0...0xBF, 3)
            case 0xED: (0x80...0x9F, 3)
            case 0xE1...0xEF: (0x80...0xBF, 3)
            case 0xF0: (0x90...0xBF, 4)
            case 0xF1...0xF3: (0x80...0xBF, 4)
            case 0xF4: (0x80...0x8F, 4)
            default: (0x80...0xBF, 0)
            }
        position += 1
        var isWellFormed = length > 0 && second.contains(current)
        for _ in 1..<max(length, 1) {
            isWellFormed = isWellFormed && (0x80...0xBF).contains(current)
            position += 1
        }
        guard isWellFormed else {
            throw JSONSyntaxError(
                .syntax, at: start, "the byte \(Self.hexadecimal(bytes[start])) does not begin a UTF-8 character")
        }
    }
}
