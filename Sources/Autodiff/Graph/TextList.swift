/// Texts as one list of bytes: a million of them are two pieces of memory, and each is a `String` only where it is asked for.
package struct TextList: RandomAccessCollection, Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends in the bytes; it begins where the one before ends.
    private var ends: [Int32] = []

    package init() {}

    /// Takes texts that are written already, in UTF-8.
    package init(bytes: [UInt8], ends: [Int32]) {
        self.bytes = bytes
        self.ends = ends
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(place: Int) -> String { String(decoding: utf8(at: place), as: UTF8.self) }

    /// The first text that equals one, as Strings do: a letter may be written in several ways, but not where both texts are
    /// ASCII, for which no String is made.
    package func firstIndex(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        let isPlain = wanted.allSatisfy { $0 < 0x80 }
        return indices.first { place in
            let utf8 = utf8(at: place)
            if utf8.elementsEqual(wanted) { return true }
            return isPlain && utf8.allSatisfy { $0 < 0x80 } ? false : self[place] == text
        }
    }

    /// How many bytes all texts have together.
    var byteCount: Int { bytes.count }

    mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }

    package mutating func append(_ text: String) { append(utf8: text.utf8) }

    /// Appends a text of another list.
    mutating func append(_ place: Int, of other: TextList) { append(utf8: other.utf8(at: place)) }

    mutating func append(contentsOf other: TextList) {
        let shift = Int32(bytes.count)
        bytes.append(contentsOf: other.bytes)
        ends.append(contentsOf: other.ends.lazy.map { $0 + shift })
    }

    private mutating func append(utf8: some Sequence<UInt8>) {
        bytes.append(contentsOf: utf8)
        ends.append(Int32(bytes.count))
    }

    private func utf8(at place: Int) -> ArraySlice<UInt8> {
        bytes[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
    }
}
