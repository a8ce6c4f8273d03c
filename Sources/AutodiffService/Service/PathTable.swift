/// Values by text, found by the bytes of a path or of a part of it: no string is made of them, and nothing is hashed.
package struct PathTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        /// Where its text begins among all.
        let start: Int
        let value: Value
    }

    /// The texts, one behind the other, the shortest first.
    private let texts: [UInt8]
    /// What they stand for, in the same order.
    private let entries: [Entry]
    /// For each count of bytes, the first entry that has no fewer.
    private let firsts: [Int]

    /// Makes a table of values by different texts.
    package init(_ values: [String: Value]) {
        let sorted = values.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
        var texts: [UInt8] = []
        var entries: [Entry] = []
        var firsts: [Int] = []
        for (text, value) in sorted {
            while firsts.count <= text.utf8.count { firsts.append(entries.count) }
            entries.append(Entry(start: texts.count, value: value))
            texts += text.utf8
        }
        firsts.append(entries.count)
        self.texts = texts
        self.entries = entries
        self.firsts = firsts
    }

    /// What some bytes stand for.
    package subscript(bytes: Span<UInt8>) -> Value? {
        guard bytes.count + 1 < firsts.count else { return nil }
        for place in firsts[bytes.count]..<firsts[bytes.count + 1] where isText(at: entries[place].start, bytes) {
            return entries[place].value
        }
        return nil
    }

    private func isText(at start: Int, _ bytes: Span<UInt8>) -> Bool {
        // From the end: the paths of a service begin alike.
        var place = bytes.count
        while place > 0 {
            place -= 1
            if texts[start + place] != bytes[place] { return false }
        }
        return true
    }
}
