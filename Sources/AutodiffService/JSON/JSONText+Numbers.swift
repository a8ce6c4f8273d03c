extension JSONText {
    /// Writes the shortest text that reads back to the same bits, or the string that stands for a non-finite number.
    ///
    /// How it is laid out, `NumberWriter` says.
    package mutating func append(number: Double) { bytes.append(number: number) }

    /// Writes a list of numbers.
    mutating func append(numbers: some Collection<Double>) {
        append("[")
        bytes.append(numbers: numbers)
        append("]")
    }

    /// Writes the shortest text that reads back to the same `Float`, laid out as the standard library does it.
    mutating func append(number: Float) {
        guard number.isFinite else {
            append(number: Double(number))
            return
        }
        let description = number.description
        let isWhole = description.hasSuffix(".0") && description != "-0.0"
        append(json: isWhole ? String(description.dropLast(2)) : description)
    }
}
