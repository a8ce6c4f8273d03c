extension WireArray: Decodable {
    package init(from decoder: any Decoder) throws {
        self = try Self.decode(from: decoder, depth: 0)
    }

    /// The kinds are tried from the most common to the least, since a try that fails costs an error thrown.
    fileprivate static func decode(from decoder: any Decoder, depth: Int) throws -> WireArray {
        let container = try decoder.singleValueContainer()
        if depth == 0, let number = try? container.decode(Double.self) { return WireArray(number) }
        if let numbers = try? container.decode([Double].self) { return WireArray(numbers) }
        if depth > 0, let number = try? container.decode(Double.self) { return WireArray(number) }
        if let text = try? container.decode(String.self) {
            return WireArray(try WireNumber.parse(text, at: decoder.codingPath))
        }
        if var list = try? decoder.unkeyedContainer() { return try decode(list: &list, depth: depth + 1) }
        if depth == 0, (try? decoder.container(keyedBy: AnyKey.self)) != nil {
            return try EncodedArray(from: decoder).decoded()
        }
        let expected =
            depth == 0 ? "a number, nested lists of numbers or an encoded array" : "a number or a list of numbers"
        throw FieldError(
            .invalidRequest, at: decoder.codingPath, "Expected \(expected) but found \(decoder.foundKind).")
    }

    /// Reads a list whose elements are lists, or numbers some of which are strings.
    private static func decode(list: inout any UnkeyedDecodingContainer, depth: Int) throws -> WireArray {
        guard depth <= maximumRank else {
            throw FieldError(
                .limitExceeded, at: list.codingPath, "Lists may be nested \(maximumRank) deep and no deeper.")
        }
        var elements: [Double] = []
        var inner: [Int]?
        while !list.isAtEnd {
            let path = list.codingPath + [IndexKey(list.currentIndex)]
            let element: WireArray =
                inner == []
                ? WireArray(try list.decode(WireNumber.self).value)
                : try list.decode(Element.self).array(at: depth)
            if let inner, element.shape != inner {
                throw FieldError(
                    .shapeMismatch, at: path,
                    "Nested lists must be of one shape: expected shape \(inner) as before but found \(element.shape).")
            }
            inner = element.shape
            elements += element.elements
        }
        let count = list.currentIndex
        return WireArray(shape: [count] + (inner ?? []), elements: elements)
    }

    /// An element of a list, read once it is known how deep the list is nested.
    private struct Element: Decodable {
        let decoder: any Decoder

        init(from decoder: any Decoder) { self.decoder = decoder }

        func array(at depth: Int) throws -> WireArray { try WireArray.decode(from: decoder, depth: depth) }
    }
}
