/// Largest element.
enum LargestElement: ArrayPrimitive {
    static let summary = "Largest element over axes."
    static let formula = "max(x)"
    static let derivative = "1 / k for each of the k elements that are largest, else 0"
    static let domain = "at least one element"
    static let convention: String? = "tied elements share the gradient evenly; a NaN is the value and gets the gradient"
    static let aliases = ["amax", "reduce_max"]
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> ReductionForm {
        try .ofSome("max", operands, attributes)
    }

    static func run(_ form: ReductionForm, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let x = operands[0]
        for place in 0..<result.count { result[place] = largest(form, x, place) }
    }

    static func pushforward(_ node: ArrayNode, _ tangents: [Value?]) -> Value? {
        guard let tangent = tangents[0] else { return nil }
        let share = Value.apply(.maxShare, [node.x], node.attributes)
        let product = tangent.absoluteZeroMultiply(share)
        return Value.apply(.sum, [product], node.attributes)
    }

    static func edge(_ form: ReductionForm, _ operands: ArrayOperands) -> Edge? {
        let x = operands[0]
        let isTied = (0..<form.shape.count).contains { place in
            let largest = largest(form, x, place)
            return (0..<form.count).count { x[form.element($0, of: place)] == largest } > 1
        }
        return isTied ? .tie : nil
    }

    static func largest(_ form: ReductionForm, _ x: ArrayView, _ place: Int) -> Double {
        var largest = x[form.element(0, of: place)]
        for element in 1..<max(form.count, 1) {
            largest = Double.maximumOrNaN(largest, x[form.element(element, of: place)])
        }
        return largest
    }
}

/// How much of an adjoint each element gets from `max`.
enum LargestElementShare: StepPrimitive {
    static let summary = "The derivative of max(x) with respect to each element."
    static let formula = "1 / k where x is one of the k largest elements, else 0"
    static let derivative = "0"
    static let domain = "at least one element"
    static let convention: String? = "0 everywhere, also at the step; where there are NaN, those share"
    static let attributes: [AttributeDescription] = [.axes, .keepDimensions]

    struct Form: ArrayForm {
        let shape: Shape
        var reduction: ReductionForm

        mutating func prepare() { reduction.prepare() }
    }

    static func form(_ operands: [Shape], _ attributes: Attributes) throws(OpError) -> Form {
        Form(shape: operands[0], reduction: try .ofSome("max_share", operands, attributes))
    }

    static func run(_ form: Form, _ operands: ArrayOperands, _ result: MutableArrayView) {
        let (x, reduction) = (operands[0], form.reduction)
        for place in 0..<reduction.shape.count {
            let largest = LargestElement.largest(reduction, x, place)
            func isChosen(_ element: Int) -> Bool {
                let number = x[reduction.element(element, of: place)]
                return largest.isNaN ? number.isNaN : number == largest
            }
            let share = 1 / Double((0..<reduction.count).count(where: isChosen))
            for element in 0..<reduction.count {
                result[reduction.element(element, of: place)] = isChosen(element) ? share : 0
            }
        }
    }
}

extension ReductionForm {
    /// A reduction that has no value for no elements.
    static func ofSome(
        _ op: String, _ operands: [Shape], _ attributes: Attributes
    ) throws(OpError) -> ReductionForm {
        let form = try ReductionForm(op, operands, attributes)
        if form.count == 0, form.shape.count > 0 {
            throw OpError(.shapeMismatch, "\(op) of no elements has no value; the operand has shape \(operands[0]).")
        }
        return form
    }
}
