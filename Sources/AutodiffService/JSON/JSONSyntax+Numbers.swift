extension JSONSyntax {
    /// A number of fewer characters, with an exponent of at most two digits, is in range whatever its digits are.
    private static let surelyInRangeLength = 200

    mutating func scanNumber() throws(JSONSyntaxError) {
        let start = position
        var exponentLength = 0
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") {
            position += 1
            if isDigit(current) {
                throw JSONSyntaxError(.syntax, at: position - 1, "a number may not begin with a 0 before other digits")
            }
        } else {
            try scanDigits()
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try scanDigits(after: " after '.'")
        }
        if current | 0x20 == UInt8(ascii: "e") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            let digits = position
            try scanDigits(after: " in the exponent")
            exponentLength = position - digits
        }
        if exponentLength > 2 || position - start >= Self.surelyInRangeLength { try refuseOutOfRange(from: start) }
    }

    private mutating func scanDigits(after place: String = "") throws(JSONSyntaxError) {
        guard isDigit(current) else { throw unexpected("a digit\(place)") }
        repeat { position += 1 } while isDigit(current)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// Refuses what a double can only hold as infinity or, though it is not zero, as zero.
    private func refuseOutOfRange(from start: Int) throws(JSONSyntaxError) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let isZero = !text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { $0 > UInt8(ascii: "0") }
        guard let value = Double(text), value.isFinite, isZero || value != 0 else {
            let shown = text.utf8.count <= 40 ? text : text.prefix(37) + "..."
            let hint = "its magnitude must be between 5e-324 and 1.8e308, or it must be 0 or the string \"Infinity\""
            throw JSONSyntaxError(
                .numberRange, at: start, "the number \(shown) is outside the range of a double; \(hint)",
                pointer: pointer)
        }
    }
}
