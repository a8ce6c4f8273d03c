extension [Value] {
    /// The sum of at least one value, as a balanced tree in a fixed order.
    func pairwiseSum() -> Value {
        var terms = self
        while terms.count > 1 {
            terms = stride(from: 0, to: terms.count, by: 2).map {
                $0 + 1 < terms.count ? terms[$0] + terms[$0 + 1] : terms[$0]
            }
        }
        return terms[0]
    }
}

extension Graph {
    /// The same sum of nodes, at least one and all of one shape; the list is used up.
    mutating func appendPairwiseSum(of terms: inout [NodeIndex]) -> NodeIndex {
        let shape = shapeIndex(of: terms[0])
        while terms.count > 1 {
            for pair in 0..<terms.count / 2 {
                var operands = ElementwiseOperands(count: 2)
                (operands.first, operands.second) = (terms[2 * pair], terms[2 * pair + 1])
                terms[pair] = append(.add, operands, shape: shape)
            }
            if !terms.count.isMultiple(of: 2) { terms[terms.count / 2] = terms[terms.count - 1] }
            terms.removeLast(terms.count / 2)
        }
        return terms[0]
    }
}
