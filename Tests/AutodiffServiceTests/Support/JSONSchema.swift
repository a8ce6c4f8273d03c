/// A checker of JSON Schema (2020-12), as far as `openapi.yaml` uses it.
///
/// A keyword that it does not know is a fault of the schema, so that nothing goes unchecked.
struct JSONSchema {
    /// The document that `$ref` points into.
    let root: JSONValue

    private static let notes: Set<String> = ["description", "title", "default", "examples", "$ref", "properties"]

    /// What is wrong with a value by a schema: each with the way to it.
    func faults(_ value: JSONValue, by schema: JSONValue, at path: String = "") -> [String] {
        guard let keywords = schema.object else { return ["\(path): the schema is no object"] }
        var faults: [String] = []
        if let reference = keywords["$ref"]?.text {
            if let target = resolve(reference) {
                faults += self.faults(value, by: target, at: path)
            } else {
                faults.append("\(path): \(reference) leads nowhere")
            }
        }
        if let members = value.object { faults += objectFaults(members, keywords, path) }
        for (keyword, argument) in keywords where !Self.notes.contains(keyword) {
            if let fault = fault(value, keyword, argument, path) { faults.append("\(path): \(fault)") }
        }
        if let elements = value.list, let items = keywords["items"] {
            for (index, element) in elements.enumerated() {
                faults += self.faults(element, by: items, at: "\(path)/\(index)")
            }
        }
        return faults
    }

    /// What a reference inside the document points to.
    func resolve(_ reference: String) -> JSONValue? {
        reference.hasPrefix("#") ? root.at(pointer: String(reference.dropFirst())) : nil
    }

    private func objectFaults(
        _ members: [String: JSONValue], _ keywords: [String: JSONValue], _ path: String
    ) -> [String] {
        let properties = keywords["properties"]?.object ?? [:]
        var faults: [String] = []
        for (key, member) in members {
            if let property = properties[key] {
                faults += self.faults(member, by: property, at: "\(path)/\(key)")
            } else if keywords["additionalProperties"] == .flag(false) {
                faults.append("\(path): the property \(key) is not known")
            } else if let other = keywords["additionalProperties"], other.object != nil {
                faults += self.faults(member, by: other, at: "\(path)/\(key)")
            }
        }
        return faults
    }

    private func fault(_ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ path: String) -> String? {
        func matches(_ schemas: JSONValue) -> Int {
            schemas.list?.count { faults(value, by: $0, at: path).isEmpty } ?? 0
        }
        let isFaulty: Bool
        switch keyword {
        case "items", "additionalProperties": isFaulty = false
        case "type": isFaulty = !value.isOf(type: argument.text ?? "")
        case "const": isFaulty = value != argument
        case "enum": isFaulty = argument.list?.contains(value) != true
        case "required":
            guard let members = value.object else { return nil }
            isFaulty = argument.texts?.allSatisfy { members[$0] != nil } != true
        case "anyOf": isFaulty = matches(argument) == 0
        case "oneOf": isFaulty = matches(argument) != 1
        case "minimum": isFaulty = isBelow(value.number, argument)
        case "maximum": isFaulty = isBelow(argument.number, value)
        case "exclusiveMinimum": isFaulty = value.number.map { $0 <= argument.number ?? 0 } ?? false
        case "minItems": isFaulty = isBelow((value.list?.count).map(Double.init), argument)
        case "maxItems": isFaulty = value.list.map { isBelow(argument.number, .of($0.count)) } ?? false
        case "minLength": isFaulty = isBelow((value.text?.unicodeScalars.count).map(Double.init), argument)
        case "maxLength": isFaulty = value.text.map { isBelow(argument.number, .of($0.unicodeScalars.count)) } ?? false
        case "uniqueItems":
            let elements = value.list ?? []
            isFaulty = elements.indices.contains { elements[..<$0].contains(elements[$0]) }
        default: return "the keyword \(keyword) is not one that this checker knows"
        }
        return isFaulty ? "it does not fit \(keyword)" : nil
    }

    private func isBelow(_ number: Double?, _ bound: JSONValue) -> Bool {
        guard let number, let bound = bound.number else { return false }
        return number < bound
    }
}

extension JSONValue {
    fileprivate static func of(_ count: Int) -> JSONValue { .number(Double(count).bitPattern) }

    /// Whether a value is of one of JSON Schema's types.
    func isOf(type: String) -> Bool {
        switch (type, self) {
        case ("null", .null), ("boolean", .flag), ("string", .text), ("array", .list), ("object", .object),
            ("number", .number):
            true
        case ("integer", .number): number.map { $0 == $0.rounded() } ?? false
        default: false
        }
    }
}
