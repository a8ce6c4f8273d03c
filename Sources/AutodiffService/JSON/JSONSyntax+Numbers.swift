extension JSONSyntax {
    /// A number of fewer characters, its exponent of at most two digits, is below 1e308 whatever its digits are.
    private static let surelyFiniteLength = 200

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
        if exponentLength > 2 || position - start >= Self.surelyFiniteLength { try refuseOverflow(from: start) }
    }

    private mutating func scanDigits(after place: String = "") throws(JSONSyntaxError) {
        guard isDigit(current) else { throw unexpected("a digit\(place)") }
        repeat { position += 1 } while isDigit(current)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private func refuseOverflow(from start: Int) throws(JSONSyntaxError) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            let shown = text.utf8.count <= 40 ? text : text.prefix(37) + "..."
            throw JSONSyntaxError(
                .numberRange, at: start,
                "the number \(shown) is outside the range of a double; infinity is written as the string \"Infinity\"",
                pointer: pointer)
        }
    }
}
