/// JSON that is made here, piece by piece, where no type stands for it.
enum JSONTree: Encodable, Sendable {
    case object(OrderedMap<JSONTree>)
    case list([JSONTree])
    case text(String)
    case integer(Int)
    case flag(Bool)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members): try members.encode(to: encoder)
        case .list(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .text(let text): try Self.write(text, to: encoder)
        case .integer(let number): try Self.write(number, to: encoder)
        case .flag(let flag): try Self.write(flag, to: encoder)
        }
    }

    private static func write(_ value: some Encodable, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    init(dictionaryLiteral elements: (String, JSONTree)...) { self = .object(OrderedMap(elements)) }
    init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}
