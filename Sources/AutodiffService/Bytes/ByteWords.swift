// Bytes hashed and compared eight and more at a time, which their list does one by one.
extension [UInt8] {
    /// A hash of the bytes, seeded anew in each process.
    var hashOfWords: Int {
        var hasher = Hasher()
        unsafe withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// Whether these are the same bytes.
    func hasSameWords(as other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return unsafe withUnsafeBytes { mine in
            unsafe other.withUnsafeBytes { others in
                var place = 0
                while place + 8 <= mine.count {
                    let word = unsafe mine.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                    guard unsafe word == others.loadUnaligned(fromByteOffset: place, as: UInt64.self) else {
                        return false
                    }
                    place += 8
                }
                while place < mine.count {
                    guard unsafe mine[place] == others[place] else { return false }
                    place += 1
                }
                return true
            }
        }
    }
}
