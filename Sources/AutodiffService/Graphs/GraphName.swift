/// What a graph may be called: safe in a path, in a file name, and on a command line.
enum GraphName {
    static let maximumLength = 128

    /// Whether a text is a name: `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`.
    static func isValid(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= maximumLength, let first = bytes.first, isAlphanumeric(first) else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }

    /// Lets a name pass.
    static func check(_ text: String) throws(Problem) {
        guard !isValid(text) else { return }
        throw Problem(
            .invalidRequest,
            "The name of a graph has 1 to \(maximumLength) characters, letters and digits of ASCII, \".\", \"_\" and \"-\", "
                + "of which the first is a letter or a digit.")
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
