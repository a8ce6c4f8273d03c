extension KeyedDecodingContainer {
    /// A list of ids, each of which stands in it once.
    func decodeIDs(forKey key: Key) throws -> [String]? {
        let ids = try decodeIfPresent([String].self, forKey: key)
        try ids?.requireDistinct(at: codingPath + [key])
        return ids
    }
}

extension [String] {
    /// Refuses an id that is listed twice: the answer is an object, in which a key occurs once.
    ///
    /// - Throws: `FieldError` at the second of them.
    func requireDistinct(at path: [any CodingKey]) throws(FieldError) {
        var seen: Set<String> = []
        for (index, id) in enumerated() where !seen.insert(id).inserted {
            throw FieldError(
                .invalidRequest, at: path + [IndexKey(index)],
                "The id '\(id.shortened)' is listed twice, where each id is listed once.")
        }
    }
}
