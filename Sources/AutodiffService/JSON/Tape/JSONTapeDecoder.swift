/// What the decoders of one body share.
final class JSONTapeSource {
    let tape: JSONTape
    let dialect: Dialect
    let userInfo: [CodingUserInfoKey: Any]
    /// Whether something was asked that Foundation may answer otherwise.
    var isUnsure = false

    init(_ tape: JSONTape, dialect: Dialect) {
        self.tape = tape
        self.dialect = dialect
        userInfo = Dialect.key.map { dialect == .problem ? [:] : [$0: dialect] } ?? [:]
    }
}

/// A value is not what a type is decoded from; what is wrong is said by the ordinary reader.
struct JSONTapeMismatch: Error {}

/// Decodes a type from a value of a tape: what Foundation's decoder does from the text, without saying where it fails.
struct JSONTapeDecoder: Decoder {
    let source: JSONTapeSource
    let place: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { source.userInfo }

    init(_ source: JSONTapeSource, at place: Int) {
        self.source = source
        self.place = place
    }

    func container<Key: CodingKey>(keyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard source.tape[place].isKind(.object) else { throw JSONTapeMismatch() }
        return KeyedDecodingContainer(JSONTapeObject<Key>(source, at: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard source.tape[place].isKind(.array) else { throw JSONTapeMismatch() }
        return JSONTapeList(source, at: place)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension JSONTapeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { source.tape[place].isKind(.null) }
    func decode(_ type: Bool.Type) throws -> Bool { try source.flag(at: place) }
    func decode(_ type: String.Type) throws -> String { try source.text(at: place) }
    func decode(_ type: Double.Type) throws -> Double { try source.number(at: place) }
    func decode(_ type: Int.Type) throws -> Int { try source.integer(at: place) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // No request has any; the types decode themselves by asking for themselves.
        if type is any Numeric.Type { throw source.unsure() }
        return try source.value(type, at: place)
    }
}

extension JSONTapeSource {
    /// The error that gives up on the whole body.
    func unsure() -> JSONTapeMismatch {
        isUnsure = true
        return JSONTapeMismatch()
    }

    /// True or false.
    func flag(at place: Int) throws(JSONTapeMismatch) -> Bool {
        switch tape[place].kind {
        case .yes: return true
        case .no: return false
        default: throw JSONTapeMismatch()
        }
    }

    /// A string.
    func text(at place: Int) throws(JSONTapeMismatch) -> String {
        guard tape[place].isKind(.string) else { throw JSONTapeMismatch() }
        return tape.text(tape[place])
    }

    /// A number, or one of the strings for what JSON has no number for.
    func number(at place: Int) throws(JSONTapeMismatch) -> Double {
        let entry = tape[place]
        switch entry.kind {
        case .number, .integer: return tape.number(at: place)
        case .string:
            if entry.count <= 9, let number = WireNumber.nonFinite[tape.text(entry)] { return number }
            throw JSONTapeMismatch()
        default: throw JSONTapeMismatch()
        }
    }

    /// A whole number, of those that doubles hold exactly.
    func integer(at place: Int) throws(JSONTapeMismatch) -> Int {
        switch tape[place].kind {
        case .integer:
            let number = tape.number(at: place)
            guard number.magnitude < 0x1p53 else { throw unsure() }
            return Int(number)
        default: throw JSONTapeMismatch()
        }
    }

    /// A value of any type; arrays, lists and graphs are read without containers.
    func value<Value: Decodable>(_ type: Value.Type, at place: Int) throws -> Value {
        if type == WireArray.self {
            if let array = array(at: place) as? Value { return array }
        } else if type == [String: WireArray].self {
            if let map = try map(at: place) as? Value { return map }
        } else if type == OrderedMap<WireArray>.self {
            if let map = try OrderedMap(map(at: place).sorted { $0.key < $1.key }) as? Value { return map }
        } else if type == [String].self {
            if let list = try texts(at: place) as? Value { return list }
        } else if type == GraphDocument.self {
            if let graph = GraphDocument(self, at: place) as? Value { return graph }
        }
        return try Value(from: JSONTapeDecoder(self, at: place))
    }

    private func texts(at place: Int) throws(JSONTapeMismatch) -> [String] {
        let list = tape[place]
        guard list.isKind(.array) else { throw JSONTapeMismatch() }
        var texts: [String] = []
        texts.reserveCapacity(list.count)
        for element in place + 1..<place + 1 + list.count { texts.append(try text(at: element)) }
        return texts
    }

    private func map(at place: Int) throws -> [String: WireArray] {
        let object = tape[place]
        guard object.isKind(.object) else { throw JSONTapeMismatch() }
        var map: [String: WireArray] = [:]
        map.reserveCapacity(object.count)
        var key = place + 1
        while key < object.end {
            map[tape.text(tape[key])] = try value(WireArray.self, at: key + 1)
            key = tape.end(of: key + 1)
        }
        return map
    }
}
