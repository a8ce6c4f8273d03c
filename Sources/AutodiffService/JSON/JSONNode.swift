/// One value being written by an `OrderedJSONEncoder`: what it has turned out to be, and how many members it has.
final class JSONNode: Encoder {
    /// What the value has turned out to be so far.
    enum Shape { case unknown, scalar, object, array }

    let page: JSONPage
    let choices: [CodingUserInfoKey: any Sendable]
    var userInfo: [CodingUserInfoKey: Any] { choices }
    private let parent: JSONNode?
    /// The way here from the parent, or from the outermost value where there is none.
    private let path: [any CodingKey]
    private(set) var shape = Shape.unknown
    private(set) var count = 0

    init(
        page: JSONPage, parent: JSONNode? = nil, path: [any CodingKey] = [],
        choices: [CodingUserInfoKey: any Sendable]
    ) {
        self.page = page
        self.parent = parent
        self.path = path
        self.choices = choices
    }

    /// Found by walking up, as it is wanted for errors only.
    var codingPath: [any CodingKey] { (parent?.codingPath ?? []) + path }

    func container<Key: CodingKey>(keyedBy: Key.Type) -> KeyedEncodingContainer<Key> {
        begin(.object)
        return KeyedEncodingContainer(JSONObjectContainer<Key>(node: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        begin(.array)
        return JSONArrayContainer(node: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalarContainer(node: self) }

    private func begin(_ container: Shape) {
        precondition(shape == .unknown || shape == container, "A value encodes itself as one kind of JSON value.")
        // A type and its superclass may each ask for the container they share.
        guard shape == .unknown else { return }
        shape = container
        page.text.append(container == .object ? "{" : "[")
    }

    /// Ends the value; one that wrote nothing is an empty object.
    func close() {
        switch shape {
        case .unknown: page.text.append(json: "{}")
        case .scalar: break
        case .object: page.text.append("}")
        case .array: page.text.append("]")
        }
        shape = .scalar
    }

    /// Writes what stands before a member: the comma, and in an object the key.
    func beginMember(_ key: String? = nil) {
        if count > 0 { page.text.append(",") }
        count += 1
        guard let key else { return }
        page.text.append(string: key)
        page.text.append(":")
    }

    /// Writes this node's value as a scalar.
    func writeScalar(_ write: (inout JSONText) -> Void) {
        precondition(shape == .unknown, "A value encodes itself once.")
        shape = .scalar
        write(&page.text)
    }

    /// Writes this node's value, which may be of any type.
    func write<Value: Encodable>(_ value: Value) throws {
        if page.writeNumbers(value, choices) {
            shape = .scalar
        } else {
            try value.encode(to: self)
            close()
        }
    }

    /// Writes the value of the member that has just begun.
    func writeMember<Value: Encodable>(_ value: Value, _ key: @autoclosure () -> some CodingKey) throws {
        if page.writeNumbers(value, choices) { return }
        try JSONNode(page: page, parent: self, path: [key()], choices: choices).write(value)
    }

    /// A node for the member that will be written later, on a page of its own.
    ///
    /// Its path is complete in itself: were it to hold its parent, the two would keep each other alive by the parent's page.
    func laterMember(_ key: any CodingKey) -> JSONNode {
        let node = JSONNode(page: JSONPage(), path: codingPath + [key], choices: choices)
        page.leaveGap(for: node)
        return node
    }
}
