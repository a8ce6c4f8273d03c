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
