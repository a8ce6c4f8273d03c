/// Makes texts that are nearly right: the same ones in every run.
struct Mutator {
    var random: SplitMix

    private static let pieces = [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u0000", "\\ud800", "null", "true", "-", "1e999", "1e308", "-0.0",
        "123456789012345678901234567890", "0.1e-400", "\"Infinity\"", "\"NaN\"", "\u{0}", "é", "\u{1F3AF}", "\u{202E}",
        "(",
        ")", "=", "==", ";", "\\n", "#", "?", "**", "^^", ".", "..", "e", "1.", "0x1p3", " ", "\"nodes\"", "\"op\"",
        "\"args\"",
        "\"x\"", "\"input\"", "\"where\"", "x", "f(x) = x; ", "exp(", "\"shape\": [3], ", "\"value\": [[1]], ",
        "\"outputs\": [], ", "\"wrt\": [\"x\"], ", "\"partials\": true, ",
    ]

    mutating func callAsFunction(_ body: String, other: String) -> [UInt8] {
        var bytes = Array(body.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &random) { mutate(&bytes, other: Array(other.utf8)) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8], other: [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.removeSubrange(place...)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4:
            let depth = Int.random(in: 1...200, using: &random)
            let unit = ["[", "{\"a\":", "(", "-", "exp("].randomElement(using: &random) ?? ""
            bytes.insert(contentsOf: String(repeating: unit, count: depth).utf8, at: place)
        case 5:
            // The middle of one text in the place of the middle of another.
            let from = Int.random(in: 0..<other.count, using: &random)
            bytes.replaceSubrange(place..<end, with: other[from..<min(other.count, from + 20)])
        case 6: swapTokens(&bytes)
        default: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
        }
    }

    private mutating func swapTokens(_ bytes: inout [UInt8]) {
        var tokens = String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        let (first, second) = (
            tokens.indices.randomElement(using: &random), tokens.indices.randomElement(using: &random)
        )
        if let first, let second { tokens.swapAt(first, second) }
        bytes = Array(tokens.joined(separator: " ").utf8)
    }
}
