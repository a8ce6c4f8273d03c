import AutodiffService
import Testing

@Suite struct `Numbers that are read fast` {
    /// Lists of numbers, as they are written by different hands.
    private static func texts(seed: UInt64) -> [String] {
        var random = SplitMix(state: seed)
        return (0..<4000).map { index in
            let bits = random.next()
            let digits = bits >> UInt64.random(in: 0..<64, using: &random)
            switch index % 8 {
            // Any double, the shortest text of it, and texts between two.
            case 0: return finite(Double(bitPattern: bits)).description
            case 1: return "\(Double.random(in: -1...1, using: &random))"
            case 2: return "\(digits)e\(Int.random(in: -345...310, using: &random))"
            case 3: return "\(digits)e\(Int.random(in: -25...25, using: &random))"
            case 4: return "-0.\(String(repeating: "0", count: Int(bits % 25)))\(digits)"
            case 5: return "\(digits)\(digits).\(digits)E+\(bits % 200)"
            // Halfway between neighbours, or next to it.
            case 6: return "\(halfway(bits))\(index % 16 < 8 ? "" : ".0000000000000000000000001")"
            default: return edges[Int(bits % 6)]
            }
        }
    }

    private static let edges = ["-0", "0e999", "-0.0", "5e-324", "1.7976931348623157e308", "9007199254740993"]

    private static func finite(_ number: Double) -> Double { number.isFinite ? number : 0.5 }

    /// A whole number between two doubles, and as far from one as from the other.
    private static func halfway(_ bits: UInt64) -> UInt64 { bits & ~0x7FF | 0x8000_0000_0000_0400 }

    @Test(arguments: 0..<20) func `have the bits that the standard library finds`(seed: Int) throws {
        let texts = Self.texts(seed: UInt64(seed)).filter { text in
            guard let number = Double(text), !text.hasPrefix("00") else { return false }
            return number.isFinite && (number != 0 || !text.prefix { $0 != "e" && $0 != "E" }.contains { $0 > "0" })
        }
        let list = Array("[\(texts.joined(separator: " , "))]".utf8)
        let array = try #require(RequestReader().readFromTape(WireArray.self, list))
        #expect(array.elements.count == texts.count && texts.count > 2500)
        for (text, number) in zip(texts, array.elements) {
            #expect(Double(text)?.bitPattern == number.bitPattern, "\(text)")
        }
    }

    @Test(arguments: [
        "1e309", "-1e400", "1e-400", "123e-9999999999999", "01", "-", "1.", ".5", "1e", "+1", "0x1", "1_0", "--1",
        "1e+", "Infinity",
        "1 2", "[1,]", "[,1]", "[1", "1]", "{}", "[[1],[1,2]]", "[[1],2]", "true", "\"inf\"",
    ])
    func `are none where there is none`(text: String) {
        #expect(RequestReader().readFromTape(WireArray.self, Array(text.utf8)) == nil)
    }
}
