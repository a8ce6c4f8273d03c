import Autodiff

extension KeyedDecodingContainer {
    /// What derivatives are multiplied by: a map of arrays, or a list of maps.
    ///
    /// - Throws: Where it is missing, too.
    func decodeDirections(forKey key: Key) throws -> Directions {
        guard let field = try decodeIfPresent(DirectionsField.self, forKey: key) else {
            throw FieldError(
                .missingField, at: codingPath, "The field '\(key.stringValue)' is missing; it must be given.")
        }
        return field.directions
    }
}

/// A map of arrays, or a list of maps.
private struct DirectionsField: Decodable {
    let directions: Directions

    init(from decoder: any Decoder) throws {
        if (try? decoder.unkeyedContainer()) != nil {
            directions = Directions(list: try [OrderedMap<WireArray>](from: decoder).map(\.tensors))
        } else if (try? decoder.container(keyedBy: AnyKey.self)) != nil {
            directions = Directions(try OrderedMap<WireArray>(from: decoder).tensors)
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "Expected an object of arrays by id, or a list of such objects, but found \(decoder.foundKind).")
        }
    }
}

extension OrderedMap<WireArray> {
    fileprivate var tensors: [String: Tensor] { dictionary.compactMapValues(\.tensor) }
}
