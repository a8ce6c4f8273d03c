extension WireArray: Decodable {
    /// Reads any of the three forms.
    ///
    /// The forms are tried from the most common to the least, since a try that fails costs an error thrown.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            self.init(number)
        } else if let list = try NestedList.array(from: decoder) {
            self = list
        } else if (try? decoder.container(keyedBy: AnyKey.self)) != nil {
            self = try EncodedArray(from: decoder).decoded()
        } else if decoder.isNullForNaN {
            self.init(.nan)
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "Expected a number, nested lists of numbers or an encoded array but found \(decoder.foundKind).")
        }
        guard shape.count <= Self.maximumRank else {
            throw FieldError(
                .limitExceeded, at: decoder.codingPath,
                "An array has at most \(Self.maximumRank) axes but this one has \(shape.count).")
        }
    }
}

extension Decoder {
    /// Whether there is a null here that stands for NaN.
    fileprivate var isNullForNaN: Bool {
        dialect == .tesseract && (try? singleValueContainer())?.decodeNil() == true
    }
}

/// Reads nested lists of numbers; their depth is bounded by what `JSONSyntax` lets through.
private enum NestedList {
    /// The array that a list or a string stands for; nil where there is something else.
    static func array(from decoder: any Decoder) throws -> WireArray? {
        let container = try decoder.singleValueContainer()
        if let numbers = try? container.decode([Double].self) { return WireArray(numbers) }
        if let text = try? container.decode(String.self) {
            return WireArray(try WireNumber.parse(text, at: decoder.codingPath))
        }
        guard var list = try? decoder.unkeyedContainer() else { return nil }
        return try array(from: &list)
    }

    /// Reads a list whose elements are lists, or numbers some of which are strings.
    private static func array(from list: inout any UnkeyedDecodingContainer) throws -> WireArray {
        var elements: [Double] = []
        var inner: [Int]?
        while !list.isAtEnd {
            let index = list.currentIndex
            let element =
                inner == [] ? try list.decode(NumberFirst.self).array : try list.decode(ListFirst.self).array
            if let inner, element.shape != inner {
                throw FieldError(
                    .shapeMismatch, at: list.codingPath + [IndexKey(index)],
                    "Nested lists must be of one shape: expected shape \(inner) as before but found \(element.shape).")
            }
            inner = element.shape
            elements += element.elements
        }
        return WireArray(shape: [list.currentIndex] + (inner ?? []), elements: elements)
    }

    /// An element that is probably a list.
    private struct ListFirst: Decodable {
        let array: WireArray

        init(from decoder: any Decoder) throws {
            if let list = try NestedList.array(from: decoder) {
                array = list
            } else if let number = try? decoder.singleValueContainer().decode(Double.self) {
                array = WireArray(number)
            } else if decoder.isNullForNaN {
                array = WireArray(.nan)
            } else {
                throw FieldError(
                    .invalidRequest, at: decoder.codingPath,
                    "Expected a number or a list of numbers but found \(decoder.foundKind).")
            }
        }
    }

    /// An element that is probably a number, as the ones before it.
    private struct NumberFirst: Decodable {
        let array: WireArray

        init(from decoder: any Decoder) throws {
            let number = try? decoder.singleValueContainer().decode(Double.self)
            array = try number.map { WireArray($0) } ?? ListFirst(from: decoder).array
        }
    }
}
