import AutodiffService

/// Makes requests that are sound JSON, but nearly right: the same ones in every run.
struct TreeMutator {
    var random: SplitMix

    private static let leaves: [JSONValue] = [
        .null, .flag(true), .flag(false), .text(""), .text("x"), .text("y"), .text("NaN"), .text("input"), .text("add"),
        .text("none"), .text("e\u{301}"), .text("\u{7}"), .list([]), .object([:]), .list([.text("x"), .text("x")]),
    ]
    private static let numbers = [
        0, -0.0, 1, -1, 0.5, 2, 3, 1e308, -1e308, 2.3e-308, .leastNonzeroMagnitude, 1e16, 2147483648,
    ]
    private static let keys = [
        "graph", "expression", "inputs", "outputs", "output", "wrt", "report", "partials", "timings", "nodes", "id",
        "op",
        "args", "value", "shape", "x", "",
    ]
    private static let symbols = [
        "+", "-", "*", "/", "**", "^", "(", ")", ",", ";", "\n", "=", "==", "<=", "?", ":", "#", "x", "y", "pi", "inf",
        "nan",
        "2", "1e400", "1.5e-3", "sin(", "where(", "hypot(x, y)", "f(x) = x*x;", "f(", "pow(0, 0)", "é", "\u{0}",
        "\u{1F3AF}",
        "1..2", "0x1F", "$", "\"", "\\", " ", "\t", "result", "((((((((((",
    ]

    /// A value in which one place has changed.
    mutating func callAsFunction(_ value: JSONValue, other: JSONValue) -> JSONValue {
        switch value {
        case .object(let members) where !members.isEmpty && !chance(20): mutate(members, other)
        case .list(let elements) where !elements.isEmpty && !chance(20): mutate(elements, other)
        case .text(let text) where !chance(4): .text(mutate(text))
        case .number where !chance(4):
            .number((Self.numbers.randomElement(using: &random) ?? 0).bitPattern)
        default: chance(6) ? other : Self.leaves.randomElement(using: &random) ?? .null
        }
    }

    private mutating func mutate(_ members: [String: JSONValue], _ other: JSONValue) -> JSONValue {
        var members = members
        // Sorted, as a dictionary's order differs from run to run.
        let key = members.keys.sorted().randomElement(using: &random) ?? ""
        let value = members[key] ?? .null
        switch Int.random(in: 0..<16, using: &random) {
        case 0: members[key] = nil
        case 1:
            members[key] = nil
            members[Self.keys.randomElement(using: &random) ?? ""] = value
        case 2: members[Self.keys.randomElement(using: &random) ?? ""] = self(value, other: other)
        default: members[key] = self(value, other: other)
        }
        return .object(members)
    }

    private mutating func mutate(_ elements: [JSONValue], _ other: JSONValue) -> JSONValue {
        var elements = elements
        let index = Int.random(in: elements.indices, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: elements.remove(at: index)
        case 1: elements.insert(elements[index], at: 0)
        case 2: elements.shuffle(using: &random)
        default: elements[index] = self(elements[index], other: other)
        }
        return .list(elements)
    }

    private mutating func mutate(_ text: String) -> String {
        var characters = Array(text)
        let place = Int.random(in: 0...characters.count, using: &random)
        let end = min(characters.count, place + Int.random(in: 0...3, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: characters.removeSubrange(place..<end)
        case 1: characters.insert(contentsOf: characters[place..<end], at: 0)
        default: characters.replaceSubrange(place..<end, with: Self.symbols.randomElement(using: &random) ?? "")
        }
        return String(characters)
    }

    private mutating func chance(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }
}

extension JSONValue {
    /// The value as JSON, the keys of objects sorted.
    var json: String {
        var text = JSONText()
        append(to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private func append(to text: inout JSONText) {
        switch self {
        case .null: text.append(json: "null")
        case .flag(let flag): text.append(json: flag ? "true" : "false")
        case .number(let bits): text.append(number: Double(bitPattern: bits))
        case .text(let string): text.append(string: string)
        case .list(let elements):
            text.append(json: "[")
            for (index, element) in elements.enumerated() {
                if index > 0 { text.append(json: ",") }
                element.append(to: &text)
            }
            text.append(json: "]")
        case .object(let members):
            text.append(json: "{")
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text.append(json: ",") }
                text.append(string: member.key)
                text.append(json: ":")
                member.value.append(to: &text)
            }
            text.append(json: "}")
        }
    }
}
