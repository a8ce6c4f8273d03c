/// The JSON of an answer with gaps in the place of numbers.
package struct AnswerText: Sendable {
    /// Where a number belongs.
    private struct Gap {
        /// Where the text before it ends.
        let end: Int
        /// Which number belongs there.
        let number: Int
    }

    /// The text between the gaps, and some zeros behind it.
    private let bytes: [UInt8]
    private let count: Int
    private let gaps: [Gap]

    /// Finds numbers in a text: a gap is made of each that is one of the markers, all of them different.
    ///
    /// - Parameters:
    ///   - json: Sound JSON.
    ///   - markers: Numbers that stand in the text by no chance.
    package init(_ json: [UInt8], markers: [Double]) {
        var places: [ArraySlice<UInt8>: Int] = [:]
        for (place, marker) in markers.enumerated() {
            var text = JSONText()
            text.append(number: marker)
            places[text.bytes[...]] = place
        }
        var bytes: [UInt8] = []
        var gaps: [Gap] = []
        var position = 0
        while position < json.count {
            let start = position
            position = json.endOfToken(at: position)
            if let number = places[json[start..<position]] {
                gaps.append(Gap(end: bytes.count, number: number))
            } else {
                bytes += json[start..<position]
            }
        }
        count = bytes.count
        self.bytes = unsafe bytes + [UInt8](repeating: 0, count: NumberWriter.room)
        self.gaps = gaps
    }

    /// The text with numbers in the gaps.
    package func filled(with numbers: [Double]) -> [UInt8] {
        let room = unsafe count + (gaps.count + 1) * NumberWriter.room
        var filled: [UInt8] = []
        unsafe filled.append(room: room) { writer in
            unsafe bytes.withUnsafeBytes { text in
                var start = 0
                for gap in gaps {
                    unsafe writer.write(text, from: start, to: gap.end)
                    unsafe writer.write(numbers[gap.number])
                    start = gap.end
                }
                unsafe writer.write(text, from: start, to: count)
            }
        }
        return filled
    }

    /// How much memory it takes.
    package var byteCount: Int { bytes.count + 16 * gaps.count }
}

extension [UInt8] {
    /// The place behind a number, a string, or one other byte of a JSON text.
    fileprivate func endOfToken(at start: Int) -> Int {
        var place = start + 1
        switch self[start] {
        case UInt8(ascii: "\""):
            while place < count, self[place] != UInt8(ascii: "\"") {
                place += self[place] == UInt8(ascii: "\\") ? 2 : 1
            }
            return Swift.min(place + 1, count)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            while place < count, self[place].isOfNumber { place += 1 }
            return place
        default: return place
        }
    }
}

extension UInt8 {
    /// Whether it may stand in a number behind its first byte.
    fileprivate var isOfNumber: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
            UInt8(ascii: "-"), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
