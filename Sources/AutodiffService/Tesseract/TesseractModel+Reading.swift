import Autodiff

extension TesseractModel {
    /// The numbers of the inputs.
    ///
    /// Each has to be given: a default tells its shape only.
    func point(_ arrays: OrderedMap<WireArray>) throws(Problem) -> [String: Tensor] {
        try Self.requireKeys(arrays.keys, inputs, in: ["inputs"])
        return try Self.tensors(arrays.dictionary, inputs, in: ["inputs"])
    }

    /// The shapes of the outputs, after a look at those of the inputs.
    func shapes(_ given: OrderedMap<TesseractShape>) throws(Problem) -> OrderedMap<TesseractShape> {
        try Self.requireKeys(given.keys, inputs, in: ["inputs"])
        let table = given.dictionary
        for field in inputs {
            guard let found = table[field.name]?.shape, !Self.fits(found, field.shape.extents) else { continue }
            throw Self.mismatch(field, found, in: ["inputs"])
        }
        return OrderedMap(outputs.map { ($0.name, TesseractShape($0.shape.extents)) })
    }

    /// The arrays that a set of paths names, in the model's order.
    static func fields(_ names: [String], of fields: [Field], in key: String) throws(Problem) -> [Field] {
        let known = fields.map(\.name)
        for (index, name) in names.enumerated() where !known.contains(name) {
            let suggestion = nearestName(to: name, among: known)
            throw Problem(
                .unknownID, "Input should be \(known.map { "'\($0)'" }.joined(separator: " or "))",
                pointer: "/\(key)/\(index)", suggestion: suggestion)
        }
        if names.isEmpty {
            throw Problem(.invalidRequest, "The set is empty; name one path at least.", pointer: "/\(key)")
        }
        let wanted = Set(names)
        return fields.filter { wanted.contains($0.name) }
    }

    /// A tangent or cotangent: an array for each of the paths that were named, by the ids of their nodes.
    static func direction(
        _ arrays: OrderedMap<WireArray>, of fields: [Field], named set: String, in key: String
    ) throws(Problem) -> [String: Tensor] {
        guard Set(arrays.keys) == Set(fields.map(\.name)) else {
            throw Problem(
                .invalidRequest,
                "Expected `\(key)` with keys conforming to \(set): \(list(fields.map(\.name))), got \(list(arrays.keys)).",
                pointer: "/\(key)")
        }
        return try tensors(arrays.dictionary, fields, in: [key])
    }

    private static func list(_ names: [String]) -> String {
        "{\(names.sorted().map { "'\($0.shortened)'" }.joined(separator: ", "))}"
    }

    private static func requireKeys(_ keys: [String], _ fields: [Field], in path: [String]) throws(Problem) {
        let known = fields.map(\.name)
        if let extra = keys.first(where: { !known.contains($0) }) {
            throw Problem(
                .unknownInput, "Extra inputs are not permitted", pointer: pointer(path + [extra]),
                suggestion: nearestName(to: extra, among: known))
        }
        if let missing = known.first(where: { !keys.contains($0) }) {
            throw Problem(.missingInput, "Field required", pointer: pointer(path + [missing]))
        }
    }

    private static func tensors(
        _ arrays: [String: WireArray], _ fields: [Field], in path: [String]
    ) throws(Problem) -> [String: Tensor] {
        var tensors: [String: Tensor] = [:]
        for field in fields {
            guard let array = arrays[field.name] else { continue }
            guard fits(array.shape, field.shape.extents), let tensor = array.tensor?.broadcast(to: field.shape) else {
                throw mismatch(field, array.shape, in: path)
            }
            tensors[field.id] = tensor
        }
        return tensors
    }

    /// Whether an array of a shape does for another: of the same rank, with extents that are the same, or 1 to be repeated.
    private static func fits(_ found: [Int], _ wanted: [Int]) -> Bool {
        found.count == wanted.count && zip(found, wanted).allSatisfy { $0 == $1 || $0 == 1 }
    }

    private static func mismatch(_ field: Field, _ found: [Int], in path: [String]) -> Problem {
        Problem(
            .shapeMismatch, "Expected an array of shape \(field.shape), got \(found).",
            pointer: pointer(path + [field.name]))
    }

    private static func pointer(_ path: [String]) -> String {
        var pointer = JSONPointer()
        for key in path { pointer.append(key) }
        return pointer.description
    }
}

extension Tensor {
    /// The array with its axes of extent 1 repeated to those of another shape of the same rank.
    fileprivate func broadcast(to shape: Shape) -> Tensor? {
        if shape == self.shape { return self }
        var strides = [Int](repeating: 0, count: shape.rank)
        var stride = 1
        for axis in shape.extents.indices.reversed() {
            if self.shape.extents[axis] > 1 { strides[axis] = stride }
            stride *= self.shape.extents[axis]
        }
        let elements = (0..<shape.count).map { position in
            var (rest, place) = (position, 0)
            for axis in shape.extents.indices.reversed() {
                place += rest % shape.extents[axis] * strides[axis]
                rest /= shape.extents[axis]
            }
            return self.elements[place]
        }
        return Tensor(shape: shape, elements: elements)
    }
}
