/// One header field: a name and a value.
public struct HTTPField: Sendable, Hashable {
    /// The name, as it was written; it compares without regard to case.
    public var name: String
    /// The value, without the white space before it.
    public var value: String

    /// Makes a field of a name and a value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Header fields in the order they were written, found without regard to case.
///
/// A name may occur more than once: that is how HTTP writes lists, and how a forged message hides a second length.
public struct HTTPFields: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private var fields: [HTTPField] = []

    /// Makes an empty list.
    public init() {}

    /// Makes a list of the fields in the order written, keeping repeated names.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map(HTTPField.init)
    }

    /// The first value under a name; setting replaces every field of that name, and `nil` removes them.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name.isSameToken(as: name) }?.value }
        set {
            guard let newValue else { return fields.removeAll { $0.name.isSameToken(as: name) } }
            guard let place = fields.firstIndex(where: { $0.name.isSameToken(as: name) }) else {
                return append(name, newValue)
            }
            fields[place].value = newValue
            let tail = fields[(place + 1)...].filter { !$0.name.isSameToken(as: name) }
            fields.replaceSubrange((place + 1)..., with: tail)
        }
    }

    /// Every value under a name, in the order written.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name.isSameToken(as: name) }.map(\.value)
    }

    /// Makes room for so many fields.
    mutating func reserveCapacity(_ count: Int) { fields.reserveCapacity(count) }

    /// Adds a field at the end, beside others of its name.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(HTTPField(name: name, value: value))
    }
}

extension HTTPFields: RandomAccessCollection {
    /// The position of the first field.
    public var startIndex: Int { fields.startIndex }
    /// The position after the last field.
    public var endIndex: Int { fields.endIndex }
    /// The field at a position.
    public subscript(position: Int) -> HTTPField { fields[position] }
}
