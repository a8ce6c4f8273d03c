/// Writes the elements of an array.
struct JSONArrayContainer: UnkeyedEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { node.codingPath }
    var count: Int { node.count }

    func encodeNil() { write { $0.append(json: "null") } }
    func encode(_ value: Bool) { write { $0.append(json: value ? "true" : "false") } }
    func encode(_ value: String) { write { $0.append(string: value) } }
    func encode(_ value: Double) { write { $0.append(number: value) } }
    func encode(_ value: Float) { write { $0.append(number: value) } }
    func encode(_ value: Int) { write { $0.append(json: String(value)) } }

    func encode<Value: Encodable>(_ value: Value) throws {
        let index = count
        node.beginMember()
        try node.writeMember(value, IndexKey(index))
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        later().container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { later().unkeyedContainer() }
    func superEncoder() -> any Encoder { later() }

    private func write(_ write: (inout JSONText) -> Void) {
        node.beginMember()
        write(&node.page.text)
    }

    private func later() -> JSONNode {
        let key = IndexKey(count)
        node.beginMember()
        return node.laterMember(key)
    }
}
