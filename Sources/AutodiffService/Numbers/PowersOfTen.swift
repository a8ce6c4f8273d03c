/// The powers of ten that reading and rendering doubles needs, each as the leading 128 bits of its significand.
///
/// Computed at first use, in whole numbers, so that no table of 667 magic numbers has to be believed.
struct PowersOfTen: Sendable {
    /// 10^exponent is at least (high * 2^64 + low) * 2^(floorLog2(exponent) - 127), and less than one unit of low more.
    typealias Significand = (high: UInt64, low: UInt64)

    /// The exponents there are.
    static let exponents = -342...324

    static let all = PowersOfTen()

    /// High and low halves in turn, by ascending exponent.
    private let words: [UInt64]

    /// The significand of a power, with the highest bit set, and rounded down.
    @inline(__always)
    subscript(exponent: Int) -> Significand {
        let place = 2 * (exponent - Self.exponents.lowerBound)
        return (words[place], words[place + 1])
    }

    /// The significand rounded up.
    @inline(__always)
    func roundedUp(_ exponent: Int) -> Significand {
        let (high, low) = self[exponent]
        // 5^55 is the largest power that 128 bits hold. None of the low halves is so full that it carries.
        return (high, low &+ (exponent >= 0 && exponent <= 55 ? 0 : 1))
    }

    /// The floor of log2(10^exponent), for the exponents there are.
    @inline(__always)
    static func floorLog2(_ exponent: Int) -> Int { (exponent &* 1_741_647) >> 19 }

    private init() {
        // A power of ten has the significand of a power of five.
        var words = [UInt64](repeating: 0, count: 2 * Self.exponents.count)
        func set(_ exponent: Int, _ significand: Significand) {
            let place = 2 * (exponent - Self.exponents.lowerBound)
            (words[place], words[place + 1]) = significand
        }
        var rising = WideInteger(1, shiftedLeft: 0)
        for exponent in 0...Self.exponents.upperBound {
            set(exponent, rising.leadingBits)
            rising.multiplyByFive()
        }
        // The floor of a floor divided again is the floor of the whole quotient, so nothing is lost on the way.
        var falling = WideInteger(1, shiftedLeft: WideInteger.bitCount - 64)
        for exponent in stride(from: -1, through: Self.exponents.lowerBound, by: -1) {
            falling.divideByFive()
            set(exponent, falling.leadingBits)
        }
        self.words = words
    }
}

/// A whole number of at most 1,088 bits: enough for 5^324, and for 2^1024 / 5^342 with 128 bits to spare.
private struct WideInteger {
    static let bitCount = 17 * 64

    /// Lowest word first.
    private var words: [UInt64]

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

    /// Divides, and forgets the remainder.
    mutating func divideByFive() {
        var remainder: UInt64 = 0
        for place in words.indices.reversed() {
            (words[place], remainder) = UInt64(5).dividingFullWidth((remainder, words[place]))
        }
    }

    /// The highest 128 bits, the first of them set.
    var leadingBits: PowersOfTen.Significand {
        guard let top = words.lastIndex(where: { $0 != 0 }) else { return (0, 0) }
        let shift = UInt64(words[top].leadingZeroBitCount)
        func word(_ place: Int) -> UInt64 {
            let upper = place >= 0 ? words[place] : 0
            let lower = place >= 1 ? words[place - 1] : 0
            return shift == 0 ? upper : upper << shift | lower >> (64 - shift)
        }
        return (word(top), word(top - 1))
    }
}
