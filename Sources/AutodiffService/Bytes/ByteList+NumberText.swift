extension [UInt8] {
    /// Appends the text of a number, at once and not byte by byte.
    mutating func append(_ number: borrowing NumberText) {
        let count = number.count
        unsafe Swift.withUnsafeBytes(of: number.bytes) { bytes in
            unsafe append(contentsOf: bytes.prefix(count))
        }
    }
}
