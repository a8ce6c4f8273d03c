/// Smallest element.
enum SmallestElement: Composite {
    static let summary = "Smallest element over axes."
    static let formula = "min(x)"
    static let derivative = "1 / k for each of the k elements that are smallest, else 0"
    static let domain = "at least one element"
    static let convention: String? = LargestElement.convention
    static let aliases = ["amin", "reduce_min"]
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try ReductionForm.ofSome("min", [call.x.shape], call.attributes)
        return -Value.apply(.max, [-call.x], call.attributes)
    }
}

/// Where the largest element is.
enum LargestPlace: StepPrimitive {
    static let summary = "The index of the largest element over axes, counted row-major within them."
    static let formula = "argmax(x)"
    static let derivative = "0"
    static let domain = "at least one element"
    static let convention: String? = "the first of tied elements; the first NaN where there is one"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> ReductionForm {
        try .ofSome("argmax", operands, attributes)
    }

    static func run(_ form: ReductionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for place in 0..<result.count {
            var best = 0
            for element in 0..<form.count
            where isLarger(x[form.element(element, of: place)], x[form.element(best, of: place)]) { best = element }
            result[place] = Double(best)
        }
    }

    static func isLarger(_ number: Double, _ best: Double) -> Bool {
        number > best || (number.isNaN && !best.isNaN)
    }
}

/// Where the smallest element is.
enum SmallestPlace: Composite {
    static let summary = "The index of the smallest element over axes, counted row-major within them."
    static let formula = "argmin(x)"
    static let derivative = "0"
    static let domain = "at least one element"
    static let convention: String? = LargestPlace.convention
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try ReductionForm.ofSome("argmin", [call.x.shape], call.attributes)
        return Value.apply(.argmax, [-call.x], call.attributes)
    }
}

/// Where the largest element so far is.
enum CumulativeLargestPlace: StepPrimitive {
    static let summary = "For each element the index of the largest up to it along an axis."
    static let formula = "argmax(x[:i+1])"
    static let derivative = "0"
    static let convention: String? = LargestPlace.convention
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> AxisForm {
        try AxisForm(operands[0], attributes)
    }

    static func run(_ form: AxisForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for line in 0..<form.lineCount {
            var best = 0
            for place in 0..<form.extent {
                let number = x[form.element(place, of: line)]
                if LargestPlace.isLarger(number, x[form.element(best, of: line)]) { best = place }
                result[form.element(place, of: line)] = Double(best)
            }
        }
    }
}

/// The largest element so far.
enum CumulativeMaximum: Composite {
    static let summary = "For each element the largest up to it along an axis."
    static let formula = "max(x[:i+1])"
    static let derivative = "1 for the largest so far, else 0"
    static let convention: String? = "the first of tied elements gets the gradient; so does the first NaN"
    static let aliases = ["cumulative_max", "maximum_accumulate"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let axis = try AxisForm(call.x.shape, call.attributes).axis
        return call.x.taking(along: axis, call.x.along(axis, .cumulativeArgmax))
    }
}

/// The smallest element so far.
enum CumulativeMinimum: Composite {
    static let summary = "For each element the smallest up to it along an axis."
    static let formula = "min(x[:i+1])"
    static let derivative = "1 for the smallest so far, else 0"
    static let convention: String? = CumulativeMaximum.convention
    static let aliases = ["cumulative_min", "minimum_accumulate"]
    static let attributes: [AttributeDescription] = [.lastAxis]

    static func expand(_ call: OpCall) throws(OpError) -> Value {
        let axis = try AxisForm(call.x.shape, call.attributes).axis
        return call.x.taking(along: axis, (-call.x).along(axis, .cumulativeArgmax))
    }
}
