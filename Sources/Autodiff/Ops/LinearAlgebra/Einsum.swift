/// Sum of products by labels.
enum EinsteinSum: Composite {
    static let summary = "Sum of products of arrays, with a letter for each axis, as NumPy's einsum."
    static let formula = "the sum of x[...] * y[...] * ... over the letters that the result does not have"
    static let derivative = "for each operand the einsum of the adjoint and the other operands"
    static let convention: String? =
        "without an arrow the result has the letters that occur once, in alphabetical order; no ellipsis"
    static let operands: [Operand] = ["x", "y"]
    static let arities = 1...Int(UInt16.max)
    static let attributes = [AttributeDescription("subscripts", "the letters, such as \"ij,jk->ik\"")]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let (terms, result) = try subscripts(call)
        var extents: [Character: Int] = [:]
        var parts: [Labelled] = []
        for (labels, operand) in zip(terms, call.operands) {
            guard labels.count == operand.shape.rank else {
                throw .shapes(
                    "einsum", [operand.shape], "for the subscripts \"\(String(labels))\" as many axes as letters")
            }
            for (label, extent) in zip(labels, operand.shape.extents) {
                guard extents[label, default: extent] == extent else {
                    throw .shapes("einsum", call.operands.map(\.shape), "equal extents for the letter \(label)")
                }
                extents[label] = extent
            }
            parts.append(Labelled(value: operand, labels: labels).withoutRepeats())
        }
        guard Shape(extents.values.map { Swift.max($0, 1) }) != nil else {
            throw .shapes("einsum", call.operands.map(\.shape), "fewer than 2^63 products")
        }
        var product = parts[0]
        for place in parts.indices.dropFirst() {
            let later = parts[(place + 1)...]
            product = product.times(parts[place]) { label in
                result.contains(label) || later.contains { $0.labels.contains(label) }
            }
        }
        return product.keeping(result.contains).ordered(result).value
    }

    /// The letters of the operands and of the result.
    private static func subscripts(_ call: OpCall) throws(OpError) -> ([[Character]], [Character]) {
        guard case .text(let text) = call.attributes["subscripts"] else {
            throw OpError(attribute: "subscripts", "`subscripts` is a text such as \"ij,jk->ik\".")
        }
        let written = Array(text.filter { $0 != " " })
        let arrow = written.indices.dropLast().first { written[$0] == "-" && written[$0 + 1] == ">" }
        let terms = written[..<(arrow ?? written.count)].split(separator: ",", omittingEmptySubsequences: false)
            .map(Array.init)
        let all = terms.flatMap { $0 }
        let implicit = Set(all).filter { letter in all.count { $0 == letter } == 1 }.sorted()
        let result = arrow.map { Array(written[($0 + 2)...]) } ?? implicit
        guard (all + result).allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw OpError(attribute: "subscripts", "`subscripts` has letters, commas, and one arrow at the most.")
        }
        guard terms.count == call.operands.count else {
            throw OpError(
                attribute: "subscripts",
                "`subscripts` has letters for \(terms.count) operands, but there are \(call.operands.count).")
        }
        guard Set(result).count == result.count, result.allSatisfy(all.contains) else {
            throw OpError(
                attribute: "subscripts", "Behind the arrow each letter stands once, and stands before it, too.")
        }
        return (terms, result)
    }
}

/// Sum of products over axes.
enum TensorDot: Composite {
    static let summary = "Sum of products over axes of x and as many of y; the other axes stay, those of x first."
    static let formula = "r[i, j] = sum over k of x[i, k] * y[k, j], where i, j and k stand for several axes"
    static let derivative = "the tensordot of the adjoint with the other operand"
    static let operands: [Operand] = ["x", "y"]
    static let attributes = [
        AttributeDescription("axes", "how many of the last axes of x and the first of y; left out, 2"),
        AttributeDescription("x_axes", "the axes of x, instead of `axes`"),
        AttributeDescription("y_axes", "the axes of y that belong to them, in the same order"),
    ]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let shapes = call.operands.map(\.shape)
        let (left, right) = try axes(call, shapes[0].rank, shapes[1].rank)
        guard left.map({ shapes[0].extents[$0] }) == right.map({ shapes[1].extents[$0] }) else {
            throw .shapes("tensordot", shapes, "axes of equal extents")
        }
        let (rows, columns) = (
            shapes[0].extents.indices.filter { !left.contains($0) },
            shapes[1].extents.indices.filter { !right.contains($0) }
        )
        let extents = rows.map { shapes[0].extents[$0] } + columns.map { shapes[1].extents[$0] }
        guard let result = Shape(extents), shapes.allSatisfy({ Shape($0.extents.map { max($0, 1) }) != nil }) else {
            throw .shapes("tensordot", shapes, "a result of fewer than 2^63 elements")
        }
        func count(_ axes: [Int], _ shape: Shape) -> Int { axes.reduce(1) { $0 * shape.extents[$1] } }
        let x = call.operands[0].permute(rows + left).reshape([count(rows, shapes[0]), count(left, shapes[0])])
        let y = call.operands[1].permute(right + columns).reshape([
            count(right, shapes[1]), count(columns, shapes[1]),
        ])
        return x.matmul(y).reshape(to: result)
    }

    private static func axes(_ call: OpCall, _ xRank: Int, _ yRank: Int) throws(OpError) -> ([Int], [Int]) {
        let (left, right) = (try call.attributes.integers("x_axes"), try call.attributes.integers("y_axes"))
        if left == nil, right == nil {
            let count = try call.attributes.integer("axes") ?? 2
            guard count >= 0, count <= min(xRank, yRank) else {
                throw OpError(attribute: "axes", "`axes` is from 0 to the smaller number of axes, not \(count).")
            }
            return (Array(xRank - count..<xRank), Array(0..<count))
        }
        guard call.attributes["axes"] == nil, let left, let right, left.count == right.count else {
            throw OpError(attribute: "x_axes", "`x_axes` and `y_axes` are as many, and stand instead of `axes`.")
        }
        return (
            try Attributes.normalized(left, "x_axes", rank: xRank),
            try Attributes.normalized(right, "y_axes", rank: yRank)
        )
    }
}
