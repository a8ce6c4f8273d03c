extension JSONText {
    /// Writes the shortest text that reads back to the same bits, or the string that stands for a non-finite number.
    ///
    /// Negative zero is "-0.0": some readers take "-0" for the integer 0 and lose the sign.
    package mutating func append(number: Double) {
        // Every whole number below 2^53 is its own shortest text, and an integer prints several times faster.
        if number.magnitude < 0x1p53, let whole = Int64(exactly: number), whole != 0 || number.sign == .plus {
            append(json: whole.description)
        } else {
            append(description: number.description, isFinite: number.isFinite, sign: number.sign, isNaN: number.isNaN)
        }
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
