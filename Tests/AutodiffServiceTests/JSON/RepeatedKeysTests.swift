import AutodiffService
import Testing

/// Keys that come again in one object after another, which a tape takes without a look at them.
@Suite struct `Repeated keys` {
    private static let keys = ["a", "b", "id", "args", "value", "a longer key", ""]

    /// Objects in lists and in one another with few keys, so that these come in the same order, in another, and twice.
    private static func value(_ depth: Int, _ random: inout SplitMix) -> String {
        switch Int.random(in: 0..<(depth > 4 ? 2 : 6), using: &random) {
        case 0: return "1"
        case 1: return "\"a\""
        case 2:
            let values = (0..<3).map { _ in value(depth + 1, &random) }
            return "[\(values.joined(separator: ","))]"
        default:
            // Mostly from the first on, as one program writes them.
            let first = Int.random(in: 0..<10, using: &random) == 0 ? 1 : 0
            let members = (0..<Int.random(in: 0...4, using: &random)).map { index in
                let isOther = Int.random(in: 0..<20, using: &random) == 0
                let key = isOther ? keys.randomElement(using: &random) ?? "" : keys[first + index]
                return "\"\(key)\":\(value(depth + 1, &random))"
            }
            return "{\(members.joined(separator: ","))}"
        }
    }

    /// Any value.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private static func isRead(_ text: String) -> Bool {
        RequestReader().readFromTape(Anything.self, Array(text.utf8)) != nil
    }

    @Test(arguments: 0..<4) func `are refused where one object has them twice`(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        var (sound, broken) = (0, 0)
        for _ in 0..<1000 {
            let values = (0..<12).map { _ in Self.value(0, &random) }
            let text = "[\(values.joined(separator: ","))]"
            let isSound = (try? JSONSyntax.check(Array(text.utf8))) != nil
            #expect(Self.isRead(text) == isSound, "\(text)")
            if isSound { sound += 1 } else { broken += 1 }
        }
        #expect(sound > 100 && broken > 100, "\(sound) sound, \(broken) broken")
    }

    @Test(arguments: [
        #"[{"a":{"a":1}},{"a":1,"a":2}]"#, #"[{"a":1,"b":2},{"b":1},{"b":1,"b":2}]"#,
        #"[{"a":1,"b":2},{"a":1,"a":2}]"#, #"[{"a":1,"b":2},{"a":1,"b":2,"a":3}]"#,
        #"[{"a":{"b":1},"c":2},{"a":{"b":1,"b":2}}]"#,
    ])
    func `are told from those of other objects`(text: String) {
        #expect(!Self.isRead(text))
    }
}
