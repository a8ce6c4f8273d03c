/// A body taken apart: its bytes with a zero byte in the place of each number that is data, and these numbers.
///
/// Where a sound JSON text has the same bytes, and as many numbers, it differs in the values of these numbers alone: a
/// sound text holds no zero byte, and where it has a number, this body has one.
package struct BodySkeleton: Sendable {
    /// What was put before the bytes, and they.
    package let bytes: [UInt8]
    /// The numbers, in the order of the text.
    package let numbers: [Double]
    private let prefixCount: Int

    /// Takes a body apart; nothing where a number of it has no double.
    ///
    /// - Parameters:
    ///   - prefix: What is put before the bytes.
    ///   - body: The body.
    package init?(_ prefix: [UInt8], _ body: [UInt8]) {
        guard body.count <= JSONTape.maximumCount else { return nil }
        prefixCount = prefix.count
        var numbers: [Double] = []
        var isScanned = false
        var bytes: [UInt8] = []
        bytes.append(addingCapacity: prefix.count + body.count) { output in
            for byte in prefix { output.append(byte) }
            unsafe output.withUnsafeMutableBufferPointer { output, count in
                unsafe body.withUnsafeBytes { input in
                    guard let copy = output.baseAddress else { return }
                    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: input.count + 1) { words in
                        guard let first = words.baseAddress else { return }
                        var scanner = unsafe SkeletonScanner(
                            input, copy: UnsafeMutableRawPointer(copy + count), words: first)
                        guard unsafe scanner.scan() else { return }
                        isScanned = true
                        unsafe count += scanner.copied
                        numbers.reserveCapacity(unsafe scanner.written)
                        for place in unsafe 0..<scanner.written {
                            numbers.append(Double(bitPattern: unsafe words[place]))
                        }
                    }
                }
            }
        }
        guard isScanned else { return nil }
        self.bytes = bytes
        self.numbers = numbers
    }

    /// The body with other numbers, as many as it has.
    package func body(with numbers: [Double]) -> [UInt8] {
        var body: [UInt8] = []
        var next = 0
        for byte in bytes.dropFirst(prefixCount) {
            if byte == 0, next < numbers.count {
                body.append(number: numbers[next])
                next += 1
            } else {
                body.append(byte)
            }
        }
        return body
    }
}
