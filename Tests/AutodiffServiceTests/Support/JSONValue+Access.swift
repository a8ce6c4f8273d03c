extension JSONValue {
    /// The member under a key of an object.
    subscript(key: String) -> JSONValue? { object?[key] }

    var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
    var list: [JSONValue]? { if case .list(let elements) = self { elements } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let bits) = self { Double(bitPattern: bits) } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    /// The strings of a list of strings.
    var texts: [String]? { list?.compactMap(\.text) }

    /// What an RFC 6901 pointer leads to; nothing where it leads nowhere or is none.
    func at(pointer: String) -> JSONValue? {
        if pointer.isEmpty { return self }
        guard pointer.hasPrefix("/") else { return nil }
        var value = self
        for token in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let key = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
            let next = value.list.map { list in Int(key).flatMap { list.indices.contains($0) ? list[$0] : nil } }
            guard let found = next ?? value[key] else { return nil }
            value = found
        }
        return value
    }

    /// Calls a function with this value and every one inside it.
    func forEach(_ body: (JSONValue) throws -> Void) rethrows {
        try body(self)
        for member in object?.values.map({ $0 }) ?? list ?? [] { try member.forEach(body) }
    }
}
