extension [UInt8] {
    /// Appends the text of a number.
    mutating func append(number: Double) {
        unsafe append(room: NumberWriter.room) { unsafe $0.write(number) }
    }

    /// Appends the texts of numbers with commas between them.
    mutating func append(numbers: some Collection<Double>) {
        var rest = numbers[...]
        // Not all at once: numbers take less than the room that they must have.
        while !rest.isEmpty {
            let part = rest.prefix(512)
            rest = rest.dropFirst(part.count)
            unsafe append(room: part.count * (NumberWriter.room + 1)) { writer in
                for number in part {
                    unsafe writer.write(number)
                    unsafe writer.write(",")
                }
            }
        }
        if !numbers.isEmpty { removeLast() }
    }

    /// Appends what is written into as much memory as is asked for.
    @inline(__always)
    mutating func append(room: Int, _ write: (inout NumberWriter) -> Void) {
        append(addingCapacity: room) { output in
            unsafe output.withUnsafeMutableBufferPointer { bytes, count in
                guard let base = bytes.baseAddress else { return }
                var writer = unsafe NumberWriter(base: base)
                unsafe write(&writer)
                count = unsafe writer.count
            }
        }
    }
}
