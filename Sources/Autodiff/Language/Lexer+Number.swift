// Numbers: decimal, with a fraction and an exponent where wanted.
extension Lexer {
    /// A number: `2`, `1.5e-3`, `.5`, `1.`.
    mutating func number() throws(GraphError) -> Token {
        let start = position
        var digits = Digits()
        position = digits.read(source.bytes, from: start)
        try checkEnd(of: start)
        let number = digits.exactValue ?? Double(source.text(start, position)) ?? .nan
        guard number.isFinite else {
            throw source.error(
                .invalidExpression,
                "The number \"\(source.quote(start, position))\" is out of range: a double goes to 1.8e308.",
                at: start)
        }
        return Token(kind: .number(number), start: Int32(start))
    }

    /// Refuses what looks like one thing with the number, but is not.
    private func checkEnd(of start: Int) throws(GraphError) {
        let next = source.bytes[position]
        if next == UInt8(ascii: ".") {
            throw source.error(.invalidExpression, "A number has one decimal point.", at: position)
        }
        if next == UInt8(ascii: "_") {
            throw source.error(
                .invalidExpression, "The digits of a number stand together, without \"_\".", at: position)
        }
        guard startsName(at: position) else { return }
        var rest = self
        _ = try rest.next()
        let product = "\(source.quote(start, position))*\(source.quote(position, rest.position))"
        throw source.error(
            .invalidExpression, "An operator is missing after the number; a product is written \"\(product)\".",
            at: position)
    }
}

extension SourceText {
    fileprivate func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}

/// A decimal number while it is read: `significand` times ten to the power of `exponent`, where that is `isExact`.
private struct Digits {
    private var significand: UInt64 = 0
    private var exponent = 0
    private var isExact = true

    /// Reads on from a place, and tells where the number ends.
    mutating func read(_ bytes: [UInt8], from start: Int) -> Int {
        var place = start
        while isDigit(bytes[place]) {
            append(bytes[place], shift: 0)
            place += 1
        }
        if bytes[place] == UInt8(ascii: ".") {
            place += 1
            while isDigit(bytes[place]) {
                append(bytes[place], shift: -1)
                place += 1
            }
        }
        return readExponent(bytes, from: place)
    }

    /// The number, where an exact product or quotient of two doubles gives it; this is most of them.
    var exactValue: Double? {
        guard isExact, significand <= 1 << 53 else { return nil }
        if exponent == 0 { return Double(significand) }
        // Powers of ten to the 22nd are exact in a double, so only the last step rounds (Clinger 1990).
        guard abs(exponent) <= 22 else { return nil }
        let power = Digits.powersOfTen[abs(exponent)]
        return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }

    private mutating func append(_ digit: UInt8, shift: Int) {
        guard isExact, significand < 1 << 59 else { return isExact = false }
        significand = significand * 10 + UInt64(digit - UInt8(ascii: "0"))
        exponent += shift
    }

    /// An `e` without digits behind it is the start of a name instead.
    private mutating func readExponent(_ bytes: [UInt8], from start: Int) -> Int {
        guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return start }
        var place = start + 1
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
        guard isDigit(bytes[place]) else { return start }
        var written = 0
        while isDigit(bytes[place]) {
            written = min(10 * written + Int(bytes[place] - UInt8(ascii: "0")), 1_000_000)
            place += 1
        }
        exponent += isNegative ? -written : written
        return place
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
