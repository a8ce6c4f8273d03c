// Names: letters, digits and underscores, of any script; Unicode's default identifiers (UAX #31) and a little more.
extension Lexer {
    /// A name that starts with an ASCII letter or an underscore.
    mutating func name() throws(GraphError) -> Token {
        let start = position
        var end = start + 1
        while isNameByte(source.bytes[end]) { end += 1 }
        if source.bytes[end] >= 0x80 { return try unicodeName() }
        position = end
        try checkLength(start, end)
        return Token(kind: .name(symbols.intern(source.bytes, start, end)), start: Int32(start))
    }

    /// A name that has other than ASCII letters in it, or a character that can be in no name.
    mutating func unicodeName() throws(GraphError) -> Token {
        let start = position
        var end = start
        while end < source.count {
            let scalar = source.scalar(at: end)
            guard end == start ? startsName(scalar) : continuesName(scalar) else { break }
            end += UTF8.width(scalar)
        }
        guard end > start else { throw noMeaning() }
        position = end
        try checkLength(start, end)
        return Token(kind: .name(symbols.intern(unicode: name(start, end))), start: Int32(start))
    }

    /// Whether a name can start at a place.
    func startsName(at place: Int) -> Bool {
        let byte = source.bytes[place]
        return byte < 0x80 ? isNameByte(byte) && !isDigit(byte) : startsName(source.scalar(at: place))
    }

    private func name(_ start: Int, _ end: Int) -> String {
        let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
        // The one letter beyond ASCII that strings take for an ASCII one: the sign of the kelvin.
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{212A}" ? "K" : $0 }))
    }

    private func startsName(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isXIDStart || scalar == "_" }

    private func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        // A dot between factors is no letter, although Catalan has it in words.
        if scalar == "\u{B7}" || scalar == "\u{387}" { return false }
        if scalar.properties.isXIDContinue { return true }
        // x₁ and x′ are names to a mathematician, though not to UAX #31.
        return ("\u{2080}"..."\u{208E}").contains(scalar) || ("\u{2032}"..."\u{2034}").contains(scalar)
    }

    private func checkLength(_ start: Int, _ end: Int) throws(GraphError) {
        guard end - start > 256 else { return }
        if !isValidID(name(start, end)) {
            throw source.error(.invalidID, "A name has at most 256 characters.", at: start)
        }
    }
}

@inline(__always)
private func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "_")
}
