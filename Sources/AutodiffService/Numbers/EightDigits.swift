// Eight decimal digits at once, as the bytes of a word, the first digit the lowest.
extension UInt64 {
    static let characterZeros: UInt64 = 0x3030_3030_3030_3030

    /// The number that eight characters are; nothing where not all are digits.
    @inline(__always)
    var eightDigits: UInt64? {
        // A digit has the high half 3, and still has it when 6 is added.
        guard self & 0xF0F0_F0F0_F0F0_F0F0 == Self.characterZeros,
            (self &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == Self.characterZeros
        else { return nil }
        let digits = self &- Self.characterZeros
        let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
    }

    /// The digits of a number under 10^8, each from 0 to 9; `characterZeros` more are their characters.
    @inline(__always)
    init(digitsOf number: UInt64) {
        // Halved again and again: each quotient goes to the lower half of its place, the remainder to the upper one.
        // Products with 10486 / 2^20 and 103 / 2^10 are the quotients by 100 and 10 for numbers of four and two digits.
        let high = number / 10_000
        let fours = high | (number &- high &* 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (fours &- hundreds &* 100) << 16
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        self = tens | (pairs &- tens &* 10) << 8
    }
}
