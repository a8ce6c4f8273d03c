/// The powers of ten that rendering a double needs, each as the leading 128 bits of its significand, rounded up.
///
/// Computed at first use, in whole numbers, so that no table of 617 magic numbers has to be believed.
struct PowersOfTen: Sendable {
    /// The exponents there are.
    static let exponents = -292...324

    static let all = PowersOfTen()

    /// High and low halves in turn, by ascending exponent.
    private let words: [UInt64]

    /// The power of an exponent, with the highest bit set: 10^exponent = significand * 2^(floorLog2(exponent) - 127).
    subscript(exponent: Int) -> (high: UInt64, low: UInt64) {
        let place = 2 * (exponent - Self.exponents.lowerBound)
        return (words[place], words[place + 1])
    }

    /// The floor of log2(10^exponent), for the exponents there are.
    static func floorLog2(_ exponent: Int) -> Int { (exponent &* 1_741_647) >> 19 }

    private init() {
        // A power of ten has the significand of a power of five.
        var words = [UInt64](repeating: 0, count: 2 * Self.exponents.count)
        var rising = WideInteger(1, shiftedLeft: 0)
        for exponent in 0...Self.exponents.upperBound {
            (words[2 * (exponent + 292)], words[2 * (exponent + 292) + 1]) = rising.leadingBits
            rising.multiplyByFive()
        }
        // The floor of a floor divided again is the floor of the whole quotient, so nothing is lost on the way.
        var falling = WideInteger(1, shiftedLeft: WideInteger.bitCount - 64)
        for exponent in stride(from: -1, through: Self.exponents.lowerBound, by: -1) {
            falling.divideByFive()
            (words[2 * (exponent + 292)], words[2 * (exponent + 292) + 1]) = falling.leadingBits
        }
        self.words = words
    }
}

/// A whole number of at most 1,088 bits: enough for 5^324, and for 2^1024 / 5^292 with 128 bits to spare.
private struct WideInteger {
    static let bitCount = 17 * 64

    /// Lowest word first.
    private var words: [UInt64]
    /// Whether a quotient that did not come out even is a little more than the words say.
    private var isTruncated = false

    init(_ number: UInt64, shiftedLeft count: Int) {
        words = [UInt64](repeating: 0, count: Self.bitCount / 64)
        words[count / 64] = number << UInt64(count % 64)
    }

    mutating func multiplyByFive() {
        var carry: UInt64 = 0
        for place in words.indices {
            let product = words[place].multipliedFullWidth(by: 5)
            let (sum, overflow) = product.low.addingReportingOverflow(carry)
            words[place] = sum
            carry = product.high + (overflow ? 1 : 0)
        }
    }

    mutating func divideByFive() {
        var remainder: UInt64 = 0
        for place in words.indices.reversed() {
            (words[place], remainder) = UInt64(5).dividingFullWidth((remainder, words[place]))
        }
        isTruncated = isTruncated || remainder != 0
    }

    /// The highest 128 bits, the first of them set, rounded up.
    var leadingBits: (high: UInt64, low: UInt64) {
        guard let top = words.lastIndex(where: { $0 != 0 }) else { return (0, 0) }
        let shift = UInt64(words[top].leadingZeroBitCount)
        func word(_ place: Int) -> UInt64 {
            let upper = place >= 0 ? words[place] : 0
            let lower = place >= 1 ? words[place - 1] : 0
            return shift == 0 ? upper : upper << shift | lower >> (64 - shift)
        }
        var (high, low) = (word(top), word(top - 1))
        let rest = word(top - 2) != 0 || (top >= 3 && words[..<(top - 2)].contains { $0 != 0 })
        if rest || isTruncated {
            low &+= 1
            if low == 0 { high += 1 }
        }
        return (high, low)
    }
}
