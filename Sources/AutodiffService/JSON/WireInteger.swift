/// An integer in a request: an axis, a length, a limit.
///
/// Foundation refuses 1.5 as an `Int` too, but says "not valid JSON" and not where. As in JSON Schema, 2.0 is an integer.
package struct WireInteger: Hashable, Sendable {
    package var value: Int

    package init(_ value: Int) { self.value = value }
}

extension WireInteger: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int.self) {
            self.value = value
            return
        }
        let number = try? container.decode(Double.self)
        guard let value = number.flatMap({ Int(exactly: $0) }) else {
            let found = number.map { "the number \($0)" } ?? decoder.foundKind
            throw FieldError(
                .invalidRequest, at: decoder.codingPath, "Expected an integer but found \(found).")
        }
        self.value = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
