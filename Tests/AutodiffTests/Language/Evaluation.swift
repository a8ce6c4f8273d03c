import Autodiff

extension Graph {
    /// The numbers of all nodes, node by node, with numbers for the scalar inputs.
    func numbers(_ inputs: [String: Double]) -> [Double] {
        var bound = self
        for input in self.inputs { bound.bind([inputs[input.name] ?? .nan], to: input.node) }
        return bound.scalars()
    }

    /// The number of the first output.
    func value(_ inputs: [String: Double] = [:]) -> Double { numbers(inputs)[Int(outputs[0])] }

    /// A node as ops around names and numbers: `add(a, multiply(b, 2))`.
    func form(of node: NodeIndex, unfold: Bool = true) -> String {
        if !unfold || op(of: node) == .input, let named = namedNodes.first(where: { $0.node == node }) {
            return named.name
        }
        if op(of: node) == .constant { return "\(numbers([:])[Int(node)])" }
        let operands = operands(of: node).map { form(of: $0, unfold: false) }
        return "\(op(of: node).name)(\(operands.joined(separator: ", ")))"
    }

    /// The first output, down to names.
    var form: String { form(of: outputs[0]) }

    /// The ids, in the order of evaluation.
    var ids: [String] { namedNodes.map(\.name) }
}

/// A small generator with a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
