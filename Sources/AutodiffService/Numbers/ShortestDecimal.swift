/// The shortest decimal number that reads back as a double, and of those the closest to it, as 17 digits: zeros follow
/// where it has fewer.
///
/// After R. Giulietti, "The Schubfach way to render doubles" (2020): the interval of numbers that round to the double is
/// scaled by a power of ten, so that it holds at least one and at most a few whole numbers, and one step of ten fewer
/// digits is tried first. Two products of 64 by 128 bits decide, rounded to odd so that no comparison is wrong.
struct ShortestDecimal {
    /// From 10^16 to 10^17.
    private(set) var digits: UInt64
    /// The number is 0.digits * 10^point.
    private(set) var point: Int

    /// Finds it for a number that is finite and not zero; the sign is left out.
    @inline(__always)
    init(_ number: Double, _ powers: PowersOfTen) {
        let fraction = number.significandBitPattern
        let biased = Int(number.exponentBitPattern)
        let significand = biased == 0 ? fraction : fraction | 1 << 52
        let power = max(biased, 1) &- 1075
        (digits, point) = Self.shortest(
            significand, power, isLowerBoundCloser: fraction == 0 && biased > 1, powers)
        point &+= 17
        while digits < 10_000_000_000_000_000 {
            digits &*= 10
            point &-= 1
        }
    }

    /// Finds the digits, and the power of ten that they are times, for significand * 2^power; below a power of two the
    /// next double is only half as far away.
    @inline(__always)
    private static func shortest(
        _ significand: UInt64, _ power: Int, isLowerBoundCloser: Bool, _ powers: PowersOfTen
    ) -> (digits: UInt64, exponent: Int) {
        // The floor of log10 of the interval's width, as the paper's section 9 computes it.
        let scale = (power &* 1_262_611 &- (isLowerBoundCloser ? 524_031 : 0)) >> 22
        let shift = UInt64(truncatingIfNeeded: power &+ PowersOfTen.floorLog2(-scale) &+ 1)
        let ten = powers.roundedUp(-scale)
        // Everything in quarters: the bounds lie halfway to the neighbours.
        let quarters = significand << 2
        let lower = scaled(quarters &- (isLowerBoundCloser ? 1 : 2), ten, shift)
        let value = scaled(quarters, ten, shift)
        let upper = scaled(quarters &+ 2, ten, shift)
        // Ties round to even, so that an even significand's interval has its bounds in it.
        let closed: UInt64 = significand & 1
        let (first, last) = (lower &+ closed, upper &- closed)

        let whole = value / 4
        if whole >= 10 {
            let short = whole / 10
            let isBelow = first <= 40 &* short
            let isAbove = 40 &* short &+ 40 <= last
            if isBelow != isAbove { return (short &+ (isAbove ? 1 : 0), scale &+ 1) }
        }
        let isBelow = first <= 4 &* whole
        let isAbove = 4 &* whole &+ 4 <= last
        let middle = 4 &* whole &+ 2
        let roundsUp =
            isBelow != isAbove ? isAbove : value > middle || (value == middle && !whole.isMultiple(of: 2))
        return (whole &+ (roundsUp ? 1 : 0), scale)
    }

    /// A number of quarters times a power of ten, rounded to odd: the last bit tells that something was cut off.
    @inline(__always)
    private static func scaled(_ quarters: UInt64, _ ten: PowersOfTen.Significand, _ shift: UInt64) -> UInt64 {
        let factor = quarters &<< shift
        let low = ten.low.multipliedFullWidth(by: factor).high
        let high = ten.high.multipliedFullWidth(by: factor)
        let (middle, overflow) = high.low.addingReportingOverflow(low)
        return (high.high &+ (overflow ? 1 : 0)) | (middle > 1 ? 1 : 0)
    }
}
