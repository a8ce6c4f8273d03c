/// Writes doubles as JSON into memory: the shortest text that reads back to the same bits.
///
/// Whole numbers are written without a fraction up to 2^53, numbers from 0.0001 on without an exponent, and negative zero
/// as "-0.0": some readers take "-0" for the integer 0 and lose the sign. What is not finite is its name in quotes.
@unsafe struct NumberWriter {
    /// As many bytes as a number can take, -1.2345678901234567e-300 for instance, and those behind it that are written too.
    static let room = 32

    private let base: UnsafeMutableRawPointer
    private let powers = PowersOfTen.all
    /// How many bytes there are.
    private(set) var count = 0

    /// Begins where there is memory for all that will be written: `room` for each number.
    init(base: UnsafeMutableRawPointer) { unsafe self.base = unsafe base }

    /// Writes one byte.
    @inline(__always)
    mutating func write(_ scalar: UnicodeScalar) {
        unsafe store(UInt8(ascii: scalar), at: 0)
        unsafe count &+= 1
    }

    /// Copies a part of a text, which has at least `room` bytes behind the part, as there have to be here.
    @inline(__always)
    mutating func write(_ text: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        var place = start
        // Mostly once: it is some key between two numbers.
        while place < end {
            let piece = unsafe UInt128(littleEndian: text.loadUnaligned(fromByteOffset: place, as: UInt128.self))
            unsafe store(piece, at: place &- start)
            place &+= 16
        }
        unsafe count &+= end &- start
    }

    /// Writes a number.
    @inline(__always)
    mutating func write(_ number: Double) {
        guard number.isFinite else {
            unsafe writeName(number.isNaN ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"")
            return
        }
        let magnitude = number.magnitude
        if number.sign == .minus { unsafe write("-") }
        if magnitude <= 0x1p53, Double(Int64(magnitude)) == magnitude {
            unsafe write(whole: UInt64(Int64(magnitude)))
            if magnitude == 0, number.sign == .minus {
                unsafe write(".")
                unsafe write("0")
            }
            return
        }
        let decimal = unsafe ShortestDecimal(magnitude, powers)
        if decimal.point < -3 || magnitude > 0x1p53 {
            unsafe writeScientific(Digits(decimal), exponent: decimal.point - 1)
        } else {
            unsafe write(Digits(decimal), point: decimal.point)
        }
    }

    /// Writes digits with a point among or before them: no other number is less than 2^53 and has a fraction.
    @inline(__always)
    private mutating func write(_ digits: Digits, point: Int) {
        if point <= 0 {
            unsafe store(UInt64(0x3030_3030_302E30), at: 0)
            let start = 2 &- point
            unsafe store(digits.first, at: start)
            unsafe store(digits.others, at: start &+ 1)
            unsafe count &+= start &+ digits.count
        } else {
            unsafe store(digits.first, at: 0)
            unsafe store(digits.others, at: 1)
            unsafe store(UInt8(ascii: "."), at: point)
            unsafe store(digits.others &>> UInt128(8 &* (point &- 1)), at: point &+ 1)
            unsafe count &+= digits.count &+ 1
        }
    }

    @inline(__always)
    private mutating func writeScientific(_ digits: Digits, exponent: Int) {
        unsafe store(digits.first, at: 0)
        unsafe store(UInt8(ascii: "."), at: 1)
        unsafe store(digits.others, at: 2)
        unsafe count &+= digits.count == 1 ? 1 : digits.count &+ 1
        unsafe write("e")
        unsafe write(exponent < 0 ? "-" : "+")
        if exponent.magnitude < 10 { unsafe write("0") }
        unsafe write(whole: UInt64(exponent.magnitude))
    }

    /// Writes a whole number under 10^16.
    @inline(__always)
    private mutating func write(whole: UInt64) {
        if whole < 10 {
            unsafe store(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: whole), at: 0)
            unsafe count &+= 1
        } else if whole < 100_000_000 {
            let digits = UInt64(digitsOf: whole)
            // The zeros before the first other digit are its lowest bytes.
            let zeros = digits.trailingZeroBitCount / 8
            unsafe store((digits | .characterZeros) &>> UInt64(8 &* zeros), at: 0)
            unsafe count &+= 8 &- zeros
        } else {
            unsafe write(whole: whole / 100_000_000)
            unsafe store(UInt64(digitsOf: whole % 100_000_000) | .characterZeros, at: 0)
            unsafe count &+= 8
        }
    }

    private mutating func writeName(_ name: StaticString) {
        unsafe UnsafeMutableRawBufferPointer(start: base + count, count: name.utf8CodeUnitCount)
            .copyBytes(from: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        unsafe count &+= name.utf8CodeUnitCount
    }

    /// Puts a word behind what there is, its lowest byte first.
    @inline(__always)
    private func store<Word: FixedWidthInteger & BitwiseCopyable>(_ word: Word, at place: Int) {
        unsafe base.storeBytes(of: word.littleEndian, toByteOffset: count &+ place, as: Word.self)
    }
}

/// The 17 digits of a number as characters, the first of the others the lowest byte.
private struct Digits {
    let first: UInt8
    let others: UInt128
    /// How many there are without the zeros at the end.
    let count: Int

    @inline(__always)
    init(_ decimal: ShortestDecimal) {
        let high = decimal.digits / 100_000_000
        let first = high / 100_000_000
        let low = UInt64(digitsOf: decimal.digits &- high &* 100_000_000)
        let middle = UInt64(digitsOf: high &- first &* 100_000_000)
        self.first = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: first)
        count =
            low != 0 ? 17 &- low.leadingZeroBitCount / 8 : 9 &- middle.leadingZeroBitCount / 8
        others = UInt128(low | .characterZeros) << 64 | UInt128(middle | .characterZeros)
    }
}
