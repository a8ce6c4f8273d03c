/// Sum of elements.
enum Sum: LinearPrimitive {
    static let summary = "Sum of the elements over axes."
    static let formula = "sum(x)"
    static let derivative = "1 for each element"
    static let convention: String? = "the sum of no elements is 0; the order of addition is a balanced tree"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> ReductionForm {
        try ReductionForm("sum", operands, attributes)
    }

    static func run(_ form: ReductionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for place in 0..<result.count {
            result[place] = pairwise(form, x, place, 0, form.count)
        }
    }

    static func transpose(_ node: ArrayNode, _ position: Int, _ adjoint: Value) -> Value {
        node.broadcastBack(adjoint)
    }

    /// Halves the terms until few are left: errors grow with the logarithm of their number.
    private static func pairwise(
        _ form: ReductionForm, _ x: ArrayView, _ result: Int, _ start: Int, _ end: Int
    ) -> Double {
        if end - start <= 8 {
            guard start < end else { return 0 }
            var sum = x[form.element(start, of: result)]
            for place in start + 1..<max(end, start + 1) { sum += x[form.element(place, of: result)] }
            return sum
        }
        let middle = start + (end - start) / 2
        return pairwise(form, x, result, start, middle) + pairwise(form, x, result, middle, end)
    }
}

/// Arithmetic mean.
enum Mean: Composite {
    static let summary = "Arithmetic mean of the elements over axes."
    static let formula = "sum(x) / n, with n elements"
    static let derivative = "1 / n for each element"
    static let convention: String? = "the mean of no elements is NaN"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let form = try ReductionForm("mean", [call.x.shape], call.attributes)
        return Value.apply(.sum, [call.x], call.attributes) / Double(form.count)
    }
}
