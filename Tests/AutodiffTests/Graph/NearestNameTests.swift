import Autodiff
import Testing

@Suite struct `Nearest name` {
    @Test(arguments: [
        ("mulitply", "multiply"), ("Tanh", "tanh"), ("tahn", "tanh"), ("exp1", "exp"), ("subtrac", "subtract"),
        ("sn", "sin"),
        ("x", nil), ("quux", nil), ("multiplication", nil), ("", nil), ("tanh", "tanh"),
    ])
    func `finds what was meant`(name: String, expected: String?) {
        #expect(nearestName(to: name, among: ["multiply", "tanh", "exp", "subtract", "sin"]) == expected)
    }

    @Test func `prefers the nearer, then the one that sorts first`() {
        #expect(nearestName(to: "abcdef", among: ["abcxyz", "abcdxf", "abcdeg"]) == "abcdeg")
    }

    @Test func `prefers letters swapped to a letter missing`() {
        #expect(nearestName(to: "tahn", among: ["tan", "tanh", "than"]) == "tanh")
    }

    @Test func `stays cheap whatever it is given`() {
        let long = String(repeating: "a", count: 1_000_000)
        #expect(nearestName(to: long, among: [long]) == nil)
        #expect(nearestName(to: "aaaa", among: [long]) == nil)
    }
}
