/// Writes the members of an object.
struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    var codingPath: [any CodingKey] { node.codingPath }

    func encodeNil(forKey key: Key) { write(key) { $0.append(json: "null") } }
    func encode(_ value: Bool, forKey key: Key) { write(key) { $0.append(json: value ? "true" : "false") } }
    func encode(_ value: String, forKey key: Key) { write(key) { $0.append(string: value) } }
    func encode(_ value: Double, forKey key: Key) { write(key) { $0.append(number: value) } }
    func encode(_ value: Float, forKey key: Key) { write(key) { $0.append(number: value) } }
    func encode(_ value: Int, forKey key: Key) { write(key) { $0.append(json: String(value)) } }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        node.beginMember(key.stringValue)
        try node.writeMember(value, key)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        later(key, named: key.stringValue).container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        later(key, named: key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { later(AnyKey("super"), named: "super") }
    func superEncoder(forKey key: Key) -> any Encoder { later(key, named: key.stringValue) }

    private func write(_ key: Key, _ write: (inout JSONText) -> Void) {
        node.beginMember(key.stringValue)
        write(&node.page.text)
    }

    private func later(_ key: any CodingKey, named name: String) -> JSONNode {
        node.beginMember(name)
        return node.laterMember(key)
    }
}
