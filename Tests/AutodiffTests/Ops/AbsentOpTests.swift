import Autodiff
import Testing

/// What is known not to be there.
@Suite struct `Absent ops` {
    @Test func `are not there, and each has a reason`() {
        let names = AbsentOp.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
        for name in names { #expect(Op.named(name) == nil, "\(name)") }
        for absent in AbsentOp.all {
            #expect(!absent.what.isEmpty && !absent.names.isEmpty && absent.reason.hasSuffix("."))
        }
    }

    @Test func `are told from typing errors`() throws {
        for (name, words) in [("fft", "complex numbers"), ("conv2d", "slices"), ("randn", "drawn outside")] {
            for graph in [true, false] {
                let error = #expect(throws: GraphError.self) {
                    try graph
                        ? Graph(nodes: [
                            NodeDescription("x", "input", value: 1), NodeDescription("y", name, [.id("x")]),
                        ])
                        : Graph(expression: "y = \(name)(x)")
                }
                #expect(error?.code == .unknownOp && error?.suggestion == nil)
                #expect(error?.detail.contains("\"\(name)\": ") == true && error?.detail.contains(words) == true)
            }
        }
    }
}
