/// Decodes the members of an object of a tape.
struct JSONTapeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let source: JSONTapeSource
    private let object: JSONTape.Entry
    private let first: Int
    /// The places of values by their keys, in an object that has many.
    private let table: [String: Int]

    private static var fewMembers: Int { 24 }

    var codingPath: [any CodingKey] { [] }

    init(_ source: JSONTapeSource, at place: Int) {
        self.source = source
        object = source.tape[place]
        first = place + 1
        var table: [String: Int] = [:]
        if object.count > Self.fewMembers {
            table.reserveCapacity(object.count)
            var key = first
            while key < object.end {
                table[source.tape.text(source.tape[key])] = key + 1
                key = source.tape.end(of: key + 1)
            }
        }
        self.table = table
    }

    var allKeys: [Key] {
        var keys: [Key] = []
        keys.reserveCapacity(object.count)
        var key = first
        while key < object.end {
            if let found = Key(stringValue: source.tape.text(source.tape[key])) { keys.append(found) }
            key = source.tape.end(of: key + 1)
        }
        return keys
    }

    /// The place of the value of a key.
    private func place(of name: Key) -> Int? {
        let name = name.stringValue
        if object.count > Self.fewMembers { return table[name] }
        var key = first
        while key < object.end {
            if source.tape.isEqual(source.tape[key], name) { return key + 1 }
            key = source.tape.end(of: key + 1)
        }
        return nil
    }

    private func required(_ key: Key) throws(JSONTapeMismatch) -> Int {
        guard let place = place(of: key) else { throw JSONTapeMismatch() }
        return place
    }

    /// The place of a value that is given and not null.
    private func given(_ key: Key) -> Int? {
        place(of: key).flatMap { source.tape[$0].isKind(.null) ? nil : $0 }
    }

    func contains(_ key: Key) -> Bool { place(of: key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { source.tape[try required(key)].isKind(.null) }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try source.flag(at: required(key)) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try source.text(at: required(key)) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try source.number(at: required(key)) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try source.integer(at: required(key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try source.value(type, at: required(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try given(key).map { try source.flag(at: $0) }
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try given(key).map { try source.text(at: $0) }
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try given(key).map { try source.value(type, at: $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try JSONTapeDecoder(source, at: required(key)).container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try JSONTapeDecoder(source, at: required(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { throw source.unsure() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw source.unsure() }
}
