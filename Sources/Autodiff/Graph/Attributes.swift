/// What an op takes besides operands, as it is written: an axis, a shape, a mode.
public enum AttributeValue: Hashable, Sendable {
    /// `null`: as if it were left out.
    case none
    /// A number.
    case number(Double)
    /// A list of numbers.
    case numbers([Double])
    /// True or false.
    case flag(Bool)
    /// A word.
    case text(String)
}

/// The attributes of a node by their names.
public struct Attributes: Hashable, Sendable {
    private var values: [String: AttributeValue]

    /// Makes attributes of names and values.
    public init(_ values: [String: AttributeValue] = [:]) {
        self.values = values.filter { $0.value != .none }
    }

    /// The value of a name; nothing where it was left out.
    public subscript(_ name: String) -> AttributeValue? { values[name] }

    /// The names, sorted.
    public var names: [String] { values.keys.sorted() }

    /// Those of the given names.
    func subset(_ names: [String]) -> Attributes { Attributes(values.filter { names.contains($0.key) }) }

    /// These and one more.
    func adding(_ value: AttributeValue, for name: String) -> Attributes {
        Attributes(values.merging([name: value]) { $1 })
    }

    /// Whether there are none.
    public var isEmpty: Bool { values.isEmpty }
}

extension Attributes: ExpressibleByDictionaryLiteral {
    /// Attributes written as a dictionary.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }
}

extension AttributeValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByStringLiteral
{
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// A word.
    public init(stringLiteral value: String) { self = .text(value) }

    /// A list of whole numbers.
    public static func integers(_ list: some Sequence<Int>) -> AttributeValue { .numbers(list.map(Double.init)) }
}
