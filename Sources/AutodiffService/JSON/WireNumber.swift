/// A double as the contract writes it: a JSON number, or one of three strings for what JSON has no number for.
package struct WireNumber: Hashable, Sendable {
    package var value: Double

    package init(_ value: Double) { self.value = value }

    /// The strings that stand for numbers.
    static let nonFinite: [String: Double] = ["NaN": .nan, "Infinity": .infinity, "-Infinity": -.infinity]

    /// The number that a string stands for.
    static func parse(_ text: String, at path: [any CodingKey]) throws(FieldError) -> Double {
        guard let value = nonFinite[text] else {
            throw FieldError(
                .invalidRequest, at: path,
                "The string '\(text.shortened)' is no number; the strings \"NaN\", \"Infinity\" and \"-Infinity\" are.")
        }
        return value
    }
}

extension WireNumber: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Double.self) {
            self.value = value
        } else if let text = try? container.decode(String.self) {
            value = try Self.parse(text, at: decoder.codingPath)
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "Expected a number, \"NaN\", \"Infinity\" or \"-Infinity\" but found \(decoder.foundKind).")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension String {
    /// The text itself, or its beginning: enough to be recognised in an error message.
    var shortened: String { count <= 64 ? self : prefix(61) + "..." }
}

extension Decoder {
    /// What kind of JSON value stands here, in the words of an error message.
    var foundKind: String {
        if (try? unkeyedContainer()) != nil { return "a list" }
        if (try? container(keyedBy: AnyKey.self)) != nil { return "an object" }
        guard let container = try? singleValueContainer() else { return "something else" }
        if container.decodeNil() { return "null" }
        if let flag = try? container.decode(Bool.self) { return flag ? "true" : "false" }
        if let text = try? container.decode(String.self) { return "the string '\(text.shortened)'" }
        return "a number"
    }
}
