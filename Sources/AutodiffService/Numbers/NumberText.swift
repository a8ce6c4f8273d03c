/// A finite double as JSON: the shortest text that reads back to the same bits.
///
/// Whole numbers are written without a fraction up to 2^53, numbers from 0.0001 on without an exponent, and negative zero
/// as "-0.0": some readers take "-0" for the integer 0 and lose the sign.
struct NumberText {
    /// As many bytes as a number can take, -1.2345678901234567e-300 for instance, and some.
    private(set) var bytes = InlineArray<32, UInt8>(repeating: 0)
    private(set) var count = 0

    init(_ number: Double) {
        let magnitude = number.magnitude
        if number.sign == .minus { append(UInt8(ascii: "-")) }
        if magnitude < 0x1p53, let whole = UInt64(exactly: magnitude) {
            append(whole)
            if whole == 0, number.sign == .minus {
                append(UInt8(ascii: "."))
                append(UInt8(ascii: "0"))
            }
            return
        }
        let decimal = ShortestDecimal(magnitude)
        let length = Self.length(of: decimal.digits)
        // Where the point stands, counted from before the first digit.
        let point = length + decimal.exponent
        if point < -3 || magnitude > 0x1p53 {
            appendScientific(decimal, length, exponent: point - 1)
        } else if point <= 0 {
            append(UInt8(ascii: "0"))
            append(UInt8(ascii: "."))
            for _ in point..<0 { append(UInt8(ascii: "0")) }
            append(decimal.digits, length)
        } else if point < length {
            // The digits one place on, and those before the point back again.
            write(decimal.digits, length, endingAt: count + length + 1)
            for place in count..<count + point { bytes[place] = bytes[place + 1] }
            bytes[count + point] = UInt8(ascii: ".")
            count += length + 1
        } else {
            append(decimal.digits, length)
            for _ in length..<point { append(UInt8(ascii: "0")) }
        }
    }

    private mutating func appendScientific(_ decimal: ShortestDecimal, _ length: Int, exponent: Int) {
        write(decimal.digits, length, endingAt: count + length + 1)
        bytes[count] = bytes[count + 1]
        bytes[count + 1] = UInt8(ascii: ".")
        count += length == 1 ? 1 : length + 1
        append(UInt8(ascii: "e"))
        append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        let magnitude = exponent.magnitude
        if magnitude < 10 { append(UInt8(ascii: "0")) }
        append(UInt64(magnitude))
    }

    private mutating func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    private mutating func append(_ whole: UInt64) { append(whole, Self.length(of: whole)) }

    private mutating func append(_ whole: UInt64, _ length: Int) {
        write(whole, length, endingAt: count + length)
        count += length
    }

    /// Writes digits from the last to the first, two at a time.
    private mutating func write(_ whole: UInt64, _ length: Int, endingAt end: Int) {
        var (rest, place) = (whole, end)
        let start = end - length
        while place - start >= 2 {
            let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
            let tens = (pair &* 103) >> 10
            bytes[place - 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: pair - 10 * tens)
            bytes[place - 2] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens)
            rest = quotient
            place -= 2
        }
        if place > start { bytes[place - 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest) }
    }

    /// How many digits a whole number has.
    private static func length(of whole: UInt64) -> Int {
        // log10(2) is about 1233 / 4096, and one comparison mends what that leaves open.
        let guess = ((64 - (whole | 1).leadingZeroBitCount) &* 1233) >> 12
        return guess + (whole >= tens[guess] ? 1 : 0)
    }

    /// 1 where a number has a digit more than no digits, and powers of ten behind it.
    private static let tens: [UInt64] = [
        0, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]
}
