// The numbers of a JSON text.
extension UnsafeRawBufferPointer {
    /// The byte at a place, or 0 at the end: a byte that is legal nowhere in a JSON text.
    @inline(__always)
    func byte(at place: Int) -> UInt8 { unsafe place < count ? load(fromByteOffset: place, as: UInt8.self) : 0 }

    /// Reads a number; nothing where it is none, or none that a double has room for.
    func scanNumber(at start: Int) -> JSONTape.Scalar? {
        var position = start
        let isNegative = unsafe byte(at: position) == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var digits: UInt64 = 0
        let first = position
        guard unsafe scanDigits(&digits, &position) else { return nil }
        var digitCount = position - first
        if digitCount > 1, unsafe byte(at: first) == UInt8(ascii: "0") { return nil }
        var exponent = 0
        var kind = JSONTape.Kind.integer
        if unsafe byte(at: position) == UInt8(ascii: ".") {
            kind = .number
            position += 1
            let fraction = position
            guard unsafe scanDigits(&digits, &position) else { return nil }
            exponent = fraction - position
            digitCount -= exponent
        }
        if unsafe byte(at: position) | 0x20 == UInt8(ascii: "e") {
            kind = .number
            guard let power = unsafe scanExponent(&position) else { return nil }
            exponent += power
        }
        // So many digits do not overflow; zeros before them do not count.
        if unsafe digitCount <= 19 || significantDigits(of: first..<position) <= 19,
            let double = DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent).double
        {
            return JSONTape.Scalar(kind: kind, bits: double.bitPattern, end: position)
        }
        return unsafe scanLongNumber(in: start..<position, kind)
    }

    /// Reads digits behind those that there are; there must be one.
    @inline(__always)
    private func scanDigits(_ digits: inout UInt64, _ position: inout Int) -> Bool {
        let start = position
        while position + 8 <= count {
            let word = unsafe UInt64(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt64.self))
            guard let eight = word.eightDigits else { break }
            digits = digits &* 100_000_000 &+ eight
            position += 8
        }
        while true {
            let digit = unsafe byte(at: position) &- UInt8(ascii: "0")
            guard digit < 10 else { return position > start }
            digits = digits &* 10 &+ UInt64(digit)
            position += 1
        }
    }

    /// Reads an exponent; one beyond all doubles is as good as another.
    private func scanExponent(_ position: inout Int) -> Int? {
        position += 1
        let isNegative = unsafe byte(at: position) == UInt8(ascii: "-")
        if unsafe isNegative || byte(at: position) == UInt8(ascii: "+") { position += 1 }
        let start = position
        var digits: UInt64 = 0
        guard unsafe scanDigits(&digits, &position) else { return nil }
        let power = position - start > 9 ? 1_000_000_000 : Int(digits)
        return isNegative ? -power : power
    }

    /// How many digits there are before any exponent, without the zeros before the first other digit.
    private func significantDigits(of number: Range<Int>) -> Int {
        let text = unsafe UnsafeRawBufferPointer(rebasing: self[number])
        let digits = unsafe text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.drop { $0 <= UInt8(ascii: "0") }
        return unsafe digits.count { $0 != UInt8(ascii: ".") }
    }

    /// Takes a number as the standard library reads it.
    private func scanLongNumber(in number: Range<Int>, _ kind: JSONTape.Kind) -> JSONTape.Scalar? {
        let text = unsafe UnsafeRawBufferPointer(rebasing: self[number])
        let isZero = unsafe !text.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { $0 > UInt8(ascii: "0") }
        guard let double = unsafe Double(String(decoding: text, as: UTF8.self)), double.isFinite,
            isZero || double != 0
        else { return nil }
        return JSONTape.Scalar(kind: kind, bits: double.bitPattern, end: number.upperBound)
    }
}
