extension JSONText {
    /// Writes the shortest text that reads back to the same bits, or the string that stands for a non-finite number.
    ///
    /// How it is laid out, `NumberText` says.
    package mutating func append(number: Double) {
        guard number.isFinite else {
            append(json: number.isNaN ? #""NaN""# : number > 0 ? #""Infinity""# : #""-Infinity""#)
            return
        }
        append(NumberText(number))
    }

    /// Writes the shortest text that reads back to the same `Float`.
    mutating func append(number: Float) {
        append(description: number.description, isFinite: number.isFinite, sign: number.sign, isNaN: number.isNaN)
    }

    private mutating func append(
        description: String, isFinite: Bool, sign: FloatingPointSign, isNaN: Bool
    ) {
        guard isFinite else {
            append(json: isNaN ? #""NaN""# : sign == .plus ? #""Infinity""# : #""-Infinity""#)
            return
        }
        let isWhole = description.hasSuffix(".0") && description != "-0.0"
        append(json: isWhole ? String(description.dropLast(2)) : description)
    }

    /// Writes a list of numbers.
    mutating func append(numbers: some Sequence<Double>) {
        append("[")
        var isFirst = true
        for number in numbers {
            if !isFirst { append(",") }
            isFirst = false
            append(number: number)
        }
        append("]")
    }
}
