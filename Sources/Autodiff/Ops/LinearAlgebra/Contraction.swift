/// A value whose axes have labels, so that products can be summed over those that agree.
struct Labelled {
    var value: Value
    var labels: [Character]

    /// Sums over the labels that are not kept.
    func keeping(_ isKept: (Character) -> Bool) -> Labelled {
        let gone = labels.indices.filter { !isKept(labels[$0]) }
        return gone.isEmpty ? self : Labelled(value: value.sum(over: gone), labels: labels.filter(isKept))
    }

    /// The axes in the order of labels, all of which are there.
    func ordered(_ wanted: [Character]) -> Labelled {
        Labelled(value: value.permute(wanted.compactMap { labels.firstIndex(of: $0) }), labels: wanted)
    }

    /// Takes the diagonal wherever a label stands twice.
    func withoutRepeats() -> Labelled {
        var result = self
        while let second = result.labels.indices.first(where: { result.labels[..<$0].contains(result.labels[$0]) }),
            let first = result.labels.firstIndex(of: result.labels[second])
        {
            let others = result.labels.indices.filter { $0 != first && $0 != second }
            result = Labelled(
                value: result.value.permute(others + [first, second]).matrixDiagonal(),
                labels: others.map { result.labels[$0] } + [result.labels[second]])
        }
        return result
    }

    /// The product, summed over common labels that are not kept: one product of matrices.
    func times(_ other: Labelled, keeping isKept: (Character) -> Bool) -> Labelled {
        let x = keeping { other.labels.contains($0) || isKept($0) }
        let y = other.keeping { labels.contains($0) || isKept($0) }
        let common = x.labels.filter(y.labels.contains)
        let (stack, inner) = (common.filter(isKept), common.filter { !isKept($0) })
        let rows = x.labels.filter { !common.contains($0) }
        let columns = y.labels.filter { !common.contains($0) }
        let left = x.matrices(stack, rows, inner)
        let right = y.matrices(stack, inner, columns)
        let extents = x.extents(stack) + x.extents(rows) + y.extents(columns)
        return Labelled(value: left.matmul(right).reshape(extents), labels: stack + rows + columns)
    }

    private func extents(_ wanted: [Character]) -> [Int] {
        wanted.compactMap { label in labels.firstIndex(of: label).map { value.shape.extents[$0] } }
    }

    private func matrices(_ stack: [Character], _ rows: [Character], _ columns: [Character]) -> Value {
        let (rowCount, columnCount) = (extents(rows).reduce(1, *), extents(columns).reduce(1, *))
        return ordered(stack + rows + columns).value.reshape(extents(stack) + [rowCount, columnCount])
    }
}
