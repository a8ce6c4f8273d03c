extension JSONSyntax {
    /// Where a key stands: the bytes between its quotes.
    struct Key {
        let start: Int
        let end: Int
        /// Whether the bytes are ASCII without escapes, so that equal keys are equal bytes.
        let isPlain: Bool
    }

    /// An object with more keys than this pays for a hash table; comparing with each is faster below.
    private static let fewKeys = 8

    mutating func scanKey(expecting expected: String = "a key in double quotes") throws(JSONSyntaxError) {
        guard current == UInt8(ascii: "\"") else { throw unexpected(expected) }
        let start = position
        let isPlain = try scanString()
        let key = Key(start: start + 1, end: position - 1, isPlain: isPlain)
        open[open.count - 1].key = key
        guard remember(key) else {
            throw JSONSyntaxError(
                .duplicateKey, at: start,
                "the key '\(text(of: key).shortened)' occurs twice in one object, where each key may occur once",
                pointer: pointer)
        }
        skipWhitespace()
        guard current == UInt8(ascii: ":") else { throw unexpected("':' after the key") }
        position += 1
    }

    /// Adds a key to those of the innermost object; returns whether it is new there.
    private mutating func remember(_ key: Key) -> Bool {
        let object = open.count - 1
        if open[object].manyKeys != nil {
            let text = text(of: key)
            return open[object].manyKeys?.insert(text).inserted ?? true
        }
        let first = open[object].firstKey
        for index in first..<keys.count where areEqual(keys[index], key) { return false }
        keys.append(key)
        if keys.count - first > Self.fewKeys {
            open[object].manyKeys = Set(keys[first...].map { text(of: $0) })
        }
        return true
    }

    /// Whether two keys are one to a reader.
    ///
    /// Compared as Swift compares strings, by canonical equivalence: a dictionary keyed by strings would hold only one of
    /// the two spellings of "é".
    private func areEqual(_ a: Key, _ b: Key) -> Bool {
        guard a.isPlain && b.isPlain else { return text(of: a) == text(of: b) }
        return a.end - a.start == b.end - b.start && bytes[a.start..<a.end] == bytes[b.start..<b.end]
    }

    /// A key as the text it stands for, escapes resolved.
    func text(of key: Key) -> String {
        let raw = bytes[key.start..<key.end]
        return key.isPlain ? String(decoding: raw, as: UTF8.self) : Self.unescaped(raw)
    }

    /// Resolves the escapes of string contents that have been scanned already.
    private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        var units: [UInt16] = []
        var rest = raw[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                // Runs without escapes are transcoded together, since a character may be several bytes.
                let run = [byte] + rest.prefix { $0 != UInt8(ascii: "\\") }
                rest = rest.dropFirst(run.count - 1)
                units += String(decoding: run, as: UTF8.self).utf16
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0C)
            case UInt8(ascii: "n"): units.append(0x0A)
            case UInt8(ascii: "r"): units.append(0x0D)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "u"):
                units.append(UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) ?? 0xFFFD)
                rest = rest.dropFirst(4)
            case let other?: units.append(UInt16(other))
            case nil: break
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
