/// Values under names, in an order that means something: written as a JSON object whose members keep that order.
///
/// A list, not a table: it is made for going through. A reader that looks names up asks for `dictionary` once.
package struct OrderedMap<Value> {
    package private(set) var entries: [(key: String, value: Value)]

    /// A map without entries.
    package init() { entries = [] }

    /// A map of pairs, in their order; a name must not occur twice.
    package init(_ entries: some Sequence<(String, Value)>) {
        self.entries = entries.map { (key: $0.0, value: $0.1) }
    }

    /// Adds an entry at the end; a name must not be in the map already.
    package mutating func append(_ value: Value, for key: String) { entries.append((key, value)) }

    /// The names, in order.
    package var keys: [String] { entries.map(\.key) }
    /// The values, in order.
    package var values: [Value] { entries.map(\.value) }
    /// The same entries as a table; where a name occurs twice, the first entry.
    package var dictionary: [String: Value] { Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first } }

    /// The map with every value changed and every name kept.
    package func mapValues<Other, Failure: Error>(
        _ transform: (Value) throws(Failure) -> Other
    ) throws(Failure) -> OrderedMap<Other> {
        OrderedMap<Other>(
            try entries.map { entry throws(Failure) in (entry.key, try transform(entry.value)) })
    }
}

extension OrderedMap: RandomAccessCollection {
    package var startIndex: Int { entries.startIndex }
    package var endIndex: Int { entries.endIndex }
    package subscript(position: Int) -> (key: String, value: Value) { entries[position] }
}

extension OrderedMap: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}

extension OrderedMap: Sendable where Value: Sendable {}

extension OrderedMap: Equatable where Value: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.entries.elementsEqual(b.entries, by: ==) }
}

extension OrderedMap: Encodable where Value: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for (key, value) in entries { try container.encode(value, forKey: AnyKey(key)) }
    }
}

extension OrderedMap: Decodable where Value: Decodable {
    /// Reads an object; the members come sorted by name.
    ///
    /// Foundation gives the keys in an order that changes from run to run, which would change the error that a request
    /// with two mistakes is answered with.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        entries = try container.allKeys
            .sorted { $0.stringValue < $1.stringValue }
            .map { ($0.stringValue, try container.decode(Value.self, forKey: $0)) }
    }
}
