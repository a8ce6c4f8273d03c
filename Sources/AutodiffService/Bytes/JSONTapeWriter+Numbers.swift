extension JSONTapeWriter {
    /// Reads a number into the tape; nothing where it is none, or none that a double has room for.
    @inline(__always)
    mutating func scanNumber() -> Bool {
        let start = unsafe position
        let isNegative = unsafe current == UInt8(ascii: "-")
        if isNegative { unsafe position += 1 }
        var digits: UInt64 = 0
        let first = unsafe position
        guard unsafe scanDigits(&digits) else { return false }
        var digitCount = unsafe position - first
        if digitCount > 1, unsafe base.load(fromByteOffset: first, as: UInt8.self) == UInt8(ascii: "0") {
            return false
        }
        var exponent = 0
        var kind = JSONTape.Kind.integer
        if unsafe current == UInt8(ascii: ".") {
            kind = .number
            unsafe position += 1
            let fraction = unsafe position
            guard unsafe scanDigits(&digits) else { return false }
            exponent = unsafe fraction - position
            digitCount -= exponent
        }
        if unsafe current | 0x20 == UInt8(ascii: "e") {
            kind = .number
            guard let power = unsafe scanExponent() else { return false }
            exponent += power
        }
        // So many digits do not overflow; zeros before them do not count.
        if unsafe digitCount <= 19 || significantDigits(from: first) <= 19,
            let double = DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent).double
        {
            unsafe append(kind, double)
            return true
        }
        return unsafe scanLongNumber(from: start, kind)
    }

    /// Reads digits behind those that there are; there must be one.
    @inline(__always)
    private mutating func scanDigits(_ digits: inout UInt64) -> Bool {
        let start = unsafe position
        while unsafe position + 8 <= count {
            let word = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            guard let eight = word.eightDigits else { break }
            digits = digits &* 100_000_000 &+ eight
            unsafe position += 8
        }
        while true {
            let digit = unsafe current &- UInt8(ascii: "0")
            guard digit < 10 else { return unsafe position > start }
            digits = digits &* 10 &+ UInt64(digit)
            unsafe position += 1
        }
    }

    /// Reads an exponent; one beyond all doubles is as good as another.
    private mutating func scanExponent() -> Int? {
        unsafe position += 1
        let isNegative = unsafe current == UInt8(ascii: "-")
        if unsafe isNegative || current == UInt8(ascii: "+") { unsafe position += 1 }
        let start = unsafe position
        var digits: UInt64 = 0
        guard unsafe scanDigits(&digits) else { return nil }
        let power = unsafe position - start > 9 ? 1_000_000_000 : Int(digits)
        return isNegative ? -power : power
    }

    /// How many digits there are up to here and before any exponent, without the zeros before the first other digit.
    private func significantDigits(from start: Int) -> Int {
        let text = unsafe UnsafeRawBufferPointer(start: base + start, count: position - start)
        let digits = unsafe text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.drop { $0 <= UInt8(ascii: "0") }
        return unsafe digits.count { $0 != UInt8(ascii: ".") }
    }

    /// Takes the number that ends here as the standard library reads it.
    private mutating func scanLongNumber(from start: Int, _ kind: JSONTape.Kind) -> Bool {
        let text = unsafe UnsafeRawBufferPointer(start: base + start, count: position - start)
        let isZero = unsafe !text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { $0 > UInt8(ascii: "0") }
        guard let double = unsafe Double(String(decoding: text, as: UTF8.self)), double.isFinite,
            isZero || double != 0
        else { return false }
        unsafe append(kind, double)
        return true
    }
}
