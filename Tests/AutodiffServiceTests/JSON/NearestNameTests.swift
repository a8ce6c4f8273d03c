import AutodiffService
import Testing

@Suite struct `Nearest name` {
    @Test(arguments: [
        ("mulitply", "multiply"), ("Tanh", "tanh"), ("tahn", "tanh"), ("exp1", "exp"), ("subtrac", "subtract"),
        ("sn", "sin"),
        ("x", nil), ("quux", nil), ("multiplication", nil), ("", nil), ("tanh", "tanh"),
    ])
    func `finds what was meant`(name: String, expected: String?) {
        #expect(NearestName.of(name, among: ["multiply", "tanh", "exp", "subtract", "sin"]) == expected)
    }

    @Test func `prefers the nearer, then the first`() {
        #expect(NearestName.of("abcdef", among: ["abcxyz", "abcdxf", "abcdeg"]) == "abcdxf")
    }

    @Test func `stays cheap whatever it is given`() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(NearestName.of(long, among: [long]) == nil)
        #expect(NearestName.of("aaaa", among: [long]) == nil)
    }
}
