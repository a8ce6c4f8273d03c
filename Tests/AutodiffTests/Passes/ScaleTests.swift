import Autodiff
import Glibc
import Testing

/// Graphs a million nodes deep or wide: nothing recurses, and nothing takes more than linear time.
@Suite struct `A million nodes` {
    static let million = 1_000_000

    @Test func `in one chain of a document`() throws {
        var nodes = [NodeDescription("x", "input", value: 1)]
        for index in 0..<Self.million {
            nodes.append(NodeDescription("n\(index)", "sin", [.id(index == 0 ? "x" : "n\(index - 1)")]))
        }
        let result = try Gradient(of: Graph(nodes: nodes.reversed()), report: .inputs)()
        var value = 1.0
        var slope = 1.0
        for _ in 0..<Self.million { (value, slope) = (Value(value).sin().data, slope * cos(value)) }
        #expect(result.value == value)
        #expect(abs((result.gradients[0].tensor.scalar ?? .nan) / slope - 1) < 1e-9)
    }

    @Test func `in one wide sum of values`() {
        let x = Value(0.5)
        var total = x * 0
        for _ in 0..<(Self.million / 2) { total = total + x * x }
        total.backward()
        #expect(x.gradient == Double(Self.million / 2))
    }

    @Test func `that use one input`() throws {
        var nodes = [NodeDescription("x", "input", value: 3), NodeDescription("s0", "add", ["x", "x"])]
        for index in 1..<Self.million {
            nodes.append(NodeDescription("s\(index)", "add", [.id("s\(index - 1)"), "x"]))
        }
        let result = try Gradient(of: Graph(nodes: nodes), report: .inputs)()
        #expect(result.value == 3 * Double(Self.million + 1))
        #expect(result.gradients[0].tensor == Tensor(Double(Self.million + 1)))
    }

    @Test func `on tapes that meet one by one`() {
        var total = Value(0)
        for _ in 0..<100_000 { total = Value(1) + total }
        total.backward()
        #expect(total.data == 100_000)
    }
}
