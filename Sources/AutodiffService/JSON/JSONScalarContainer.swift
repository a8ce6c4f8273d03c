/// Writes a value that is one scalar, or hands over to another value.
struct JSONScalarContainer: SingleValueEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey] { node.codingPath }

    func encodeNil() { node.writeScalar { $0.append(json: "null") } }
    func encode(_ value: Bool) { node.writeScalar { $0.append(json: value ? "true" : "false") } }
    func encode(_ value: String) { node.writeScalar { $0.append(string: value) } }
    func encode(_ value: Double) { node.writeScalar { $0.append(number: value) } }
    func encode(_ value: Float) { node.writeScalar { $0.append(number: value) } }
    func encode(_ value: Int) { writeInteger(value) }
    func encode(_ value: Int8) { writeInteger(value) }
    func encode(_ value: Int16) { writeInteger(value) }
    func encode(_ value: Int32) { writeInteger(value) }
    func encode(_ value: Int64) { writeInteger(value) }
    func encode(_ value: UInt) { writeInteger(value) }
    func encode(_ value: UInt8) { writeInteger(value) }
    func encode(_ value: UInt16) { writeInteger(value) }
    func encode(_ value: UInt32) { writeInteger(value) }
    func encode(_ value: UInt64) { writeInteger(value) }

    func encode<Value: Encodable>(_ value: Value) throws {
        // Written by a node of its own, so that both may be asked for a container.
        let inner = JSONNode(page: node.page, parent: node, choices: node.choices)
        try inner.write(value)
        node.writeScalar { _ in }
    }

    private func writeInteger(_ value: some FixedWidthInteger) {
        node.writeScalar { $0.append(json: String(value)) }
    }
}
