/// Decodes the elements of an array of a tape, one after another.
struct JSONTapeList: UnkeyedDecodingContainer {
    private let source: JSONTapeSource
    private let list: JSONTape.Entry
    private var place: Int
    private(set) var currentIndex = 0

    var codingPath: [any CodingKey] { [] }
    var count: Int? { list.count }
    var isAtEnd: Bool { currentIndex == list.count }

    init(_ source: JSONTapeSource, at place: Int) {
        self.source = source
        list = source.tape[place]
        self.place = place + 1
    }

    /// Goes on behind an element, unless decoding it fails.
    private mutating func next<Value>(_ decode: (Int) throws -> Value) throws -> Value {
        guard !isAtEnd else { throw JSONTapeMismatch() }
        let value = try decode(place)
        place = source.tape.end(of: place)
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, source.tape[place].isKind(.null) else { return false }
        return try next { _ in true }
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try next { [source] in try source.flag(at: $0) } }
    mutating func decode(_ type: String.Type) throws -> String { try next { [source] in try source.text(at: $0) } }
    mutating func decode(_ type: Double.Type) throws -> Double { try next { [source] in try source.number(at: $0) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try next { [source] in try source.integer(at: $0) } }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next { [source] in try source.value(type, at: $0) }
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next { [source] in try JSONTapeDecoder(source, at: $0).container(keyedBy: Nested.self) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next { [source] in try JSONTapeDecoder(source, at: $0).unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { throw source.unsure() }
}
