/// A decimal number: a whole number times a power of ten.
struct DecimalNumber {
    let isNegative: Bool
    let digits: UInt64
    let exponent: Int

    /// The double that is nearest to it; nothing where that takes longer to find, or is none.
    ///
    /// Small numbers are exact, and so is one operation on them (W. D. Clinger, How to read floating point numbers
    /// accurately, 1990). Others are multiplied by the first 128 bits of a power of ten (D. Lemire, Number parsing at a
    /// gigabyte per second, 2021), which leaves an interval: where all of it rounds to one double, that is the one.
    @inline(__always)
    var double: Double? {
        if digits <= 1 << 53, exponent >= -22, exponent <= 22 {
            let whole = Double(digits)
            let magnitude =
                exponent == 0
                ? whole
                : exponent < 0 ? whole / Self.powersOfTen[-exponent] : whole * Self.powersOfTen[exponent]
            return isNegative ? -magnitude : magnitude
        }
        return rounded
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    private var rounded: Double? {
        if digits == 0 { return isNegative ? -0.0 : 0.0 }
        guard PowersOfTen.exponents.contains(exponent) else { return nil }
        let power = PowersOfTen.all[exponent]
        let shift = digits.leadingZeroBitCount
        let factor = digits << UInt64(shift)
        // The product, 192 bits: the number is at least that, and less than `factor` more in the lowest word.
        let upper = factor.multipliedFullWidth(by: power.high)
        let lower = factor.multipliedFullWidth(by: power.low)
        let (middle, carry) = upper.low.addingReportingOverflow(lower.high)
        let high = upper.high + (carry ? 1 : 0)
        let isLong = high >> 63 == 1
        // 53 bits are kept, and what is dropped is compared with one half.
        let dropped: UInt64 = isLong ? 11 : 10
        let tail = high & (1 << dropped - 1)
        let half: UInt64 = 1 << (dropped - 1)
        // The rest of the interval may reach over the end of the middle word, or the number may be the half itself.
        if middle == .max || (tail == half && middle == 0) { return nil }
        var significand = high >> dropped + (tail >= half ? 1 : 0)
        var place = PowersOfTen.floorLog2(exponent) + 1 - shift + Int(dropped)
        if significand == 1 << 53 {
            significand >>= 1
            place += 1
        }
        // The significand has 53 bits, of which the first is not written.
        let biased = place + 52 + 1023
        guard biased > 0, biased < 2047 else { return nil }
        let bits = UInt64(biased) << 52 | significand & (1 << 52 - 1)
        return Double(bitPattern: isNegative ? bits | 1 << 63 : bits)
    }
}
