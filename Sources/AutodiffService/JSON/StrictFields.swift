import Autodiff

extension Decoder {
    /// The fields of an object that may hold these and no others: a typo is never ignored.
    ///
    /// `object` is what an error message calls the whole: "a node", "a gradient request".
    ///
    /// - Throws: `FieldError` that names the first unknown field and the known one it resembles.
    package func strictContainer<Key: CodingKey & CaseIterable>(
        keyedBy: Key.Type, in object: String
    ) throws -> KeyedDecodingContainer<Key> {
        let given = try container(keyedBy: AnyKey.self).allKeys
        // Sorted, because Foundation gives them in an order that changes from run to run.
        let unknown = given.map(\.stringValue).filter { Key(stringValue: $0) == nil }.min()
        if let unknown {
            let known = Key.allCases.map(\.stringValue)
            let nearest = nearestName(to: unknown, among: known)
            let hint = nearest.map { "did you mean '\($0)'?" } ?? "it may have \(known.joined(separator: ", "))."
            throw FieldError(
                .unknownField, at: codingPath + [AnyKey(unknown)],
                "'\(unknown.shortened)' is not a field of \(object); \(hint)", suggestion: nearest)
        }
        return try container(keyedBy: Key.self)
    }
}
