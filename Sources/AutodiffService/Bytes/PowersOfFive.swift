/// The powers of five that decimal exponents of doubles need, each as its first 128 bits.
struct PowersOfFive: Sendable {
    /// The power 5^q is at least `high * 2^(64 + exponent) + low * 2^exponent`, and less than 2^exponent more.
    struct Power: Sendable {
        let high: UInt64
        let low: UInt64
        let exponent: Int
    }

    /// The exponents that there are.
    static let exponents = -342...308
    static let all = PowersOfFive()

    private let powers: [Power]

    /// Multiplied up, and divided down from a power of two, in whole numbers of as many digits as it takes: a quotient
    /// rounded down and divided again is the quotient by the product, rounded down.
    private init() {
        var powers: [Power] = []
        var number = WholeNumber(powerOfTwo: 1024)
        for _ in 0..<(-Self.exponents.lowerBound) {
            number.divideByFive()
            powers.append(number.leading(shiftedBy: -1024))
        }
        powers.reverse()
        number = WholeNumber(powerOfTwo: 128)
        for _ in 0...Self.exponents.upperBound {
            powers.append(number.leading(shiftedBy: -128))
            number.multiplyByFive()
        }
        self.powers = powers
    }

    /// Five to a power that there is.
    subscript(exponent: Int) -> Power { powers[exponent - Self.exponents.lowerBound] }
}

/// A positive whole number of any size, as digits of 32 bits, the lowest first.
private struct WholeNumber {
    private var digits: [UInt32]

    init(powerOfTwo exponent: Int) {
        digits = [UInt32](repeating: 0, count: exponent / 32)
        digits.append(1 << UInt32(exponent % 32))
    }

    mutating func multiplyByFive() {
        var carry: UInt64 = 0
        for place in digits.indices {
            carry += UInt64(digits[place]) * 5
            digits[place] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { digits.append(UInt32(carry)) }
    }

    /// Divides, and forgets the remainder.
    mutating func divideByFive() {
        var rest: UInt64 = 0
        for place in digits.indices.reversed() {
            rest = rest << 32 | UInt64(digits[place])
            digits[place] = UInt32(rest / 5)
            rest %= 5
        }
        while digits.last == 0 { digits.removeLast() }
    }

    /// The first 128 bits, with the exponent that they have in this number times a power of two.
    func leading(shiftedBy shift: Int) -> PowersOfFive.Power {
        let top = digits.count - 1
        let spare = digits[top].leadingZeroBitCount
        func digit(_ place: Int) -> UInt64 { place >= 0 ? UInt64(digits[place]) : 0 }
        func word(_ place: Int) -> UInt64 {
            let bits = digit(place) << 32 | digit(place - 1)
            return spare == 0 ? bits : bits << UInt64(spare) | digit(place - 2) >> UInt64(32 - spare)
        }
        return PowersOfFive.Power(
            high: word(top), low: word(top - 2), exponent: 32 * (top + 1) - spare - 128 + shift)
    }
}
