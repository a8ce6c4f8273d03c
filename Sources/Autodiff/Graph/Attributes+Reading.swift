// Attributes as the types that ops want, or an error that says what would be right.
extension Attributes {
    /// True or false.
    func flag(_ name: String, default fallback: Bool = false) throws(OpError) -> Bool {
        switch self[name] {
        case nil: return fallback
        case .flag(let flag): return flag
        // Languages without truth values write 0 and 1.
        case .number(0): return false
        case .number(1): return true
        case _: throw OpError(attribute: name, "`\(name)` is true or false.")
        }
    }

    /// A number.
    func number(_ name: String) throws(OpError) -> Double? {
        switch self[name] {
        case nil: return nil
        case .number(let number): return number
        // JSON has no number for these.
        case .text("Infinity"), .text("inf"): return .infinity
        case .text("-Infinity"), .text("-inf"): return -.infinity
        case .text("NaN"), .text("nan"): return .nan
        case _: throw OpError(attribute: name, "`\(name)` is a number.")
        }
    }

    /// A whole number.
    func integer(_ name: String) throws(OpError) -> Int? {
        guard let value = self[name] else { return nil }
        guard case .number(let number) = value, let integer = Int(exactly: number) else {
            throw OpError(attribute: name, "`\(name)` is a whole number.")
        }
        return integer
    }

    /// A list of whole numbers; a single one is a list of one.
    func integers(_ name: String) throws(OpError) -> [Int]? {
        switch self[name] {
        case nil: return nil
        case .number(let number):
            if let integer = Int(exactly: number) { return [integer] }
        case .numbers(let numbers):
            let integers = numbers.compactMap { Int(exactly: $0) }
            if integers.count == numbers.count { return integers }
        case _: break
        }
        throw OpError(attribute: name, "`\(name)` is a whole number or a list of them.")
    }

    /// A word among those known.
    func text(_ name: String, among known: [String]) throws(OpError) -> String? {
        guard let value = self[name] else { return nil }
        if case .text(let text) = value, known.contains(text) { return text }
        let list = known.map { "\"\($0)\"" }.joined(separator: ", ")
        throw OpError(attribute: name, "`\(name)` is one of \(list).")
    }

    /// An axis of an array, from 0; negative ones count from the last.
    func axis(_ name: String = "axis", rank: Int, default fallback: Int? = nil) throws(OpError) -> Int {
        guard let axis = try integer(name) ?? fallback else {
            throw OpError(attribute: name, "`\(name)` is missing.")
        }
        return try Attributes.normalized(axis, name, rank: rank)
    }

    /// Axes of an array, from 0, ascending; all of them where it is left out.
    func axes(_ name: String = "axis", rank: Int) throws(OpError) -> [Int] {
        guard let list = try integers(name) else { return Array(0..<rank) }
        return try Attributes.normalized(list, name, rank: rank).sorted()
    }

    /// Different axes of an array in the order given.
    static func normalized(_ axes: [Int], _ name: String, rank: Int) throws(OpError) -> [Int] {
        var result: [Int] = []
        for axis in axes {
            let axis = try normalized(axis, name, rank: rank)
            if result.contains(axis) { throw OpError(attribute: name, "`\(name)` names axis \(axis) twice.") }
            result.append(axis)
        }
        return result
    }

    private static func normalized(_ axis: Int, _ name: String, rank: Int) throws(OpError) -> Int {
        guard axis >= -rank, axis < rank else {
            throw OpError(
                attribute: name,
                rank == 0
                    ? "`\(name)` is \(axis), but a scalar has no axes."
                    : "`\(name)` is \(axis), but an array of \(rank) axes has those from \(-rank) to \(rank - 1).")
        }
        return axis < 0 ? axis + rank : axis
    }

    /// Extents of an array.
    func shape(_ name: String = "shape") throws(OpError) -> Shape? {
        guard let extents = try integers(name) else { return nil }
        guard let shape = Shape(extents) else {
            throw OpError(
                attribute: name, "`\(name)` is a list of extents, none negative, that count fewer than 2^63 elements.")
        }
        return shape
    }
}
