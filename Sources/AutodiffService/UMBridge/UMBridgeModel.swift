import Autodiff

/// A registered graph as UM-Bridge sees it: vectors in, vectors out, known by their positions.
struct UMBridgeModel: Sendable {
    let registered: RegisteredGraph
    let inputs: [UMBridgeVector]
    let outputs: [UMBridgeVector]
    /// What the config binds.
    private let bound: [String: Tensor]

    /// Takes a graph in the form that a config asks for.
    ///
    /// - Throws: A name in the config that no input has, or what does not fit its input.
    init(_ registered: RegisteredGraph, _ config: UMBridgeConfig) throws(Problem) {
        self.registered = registered
        bound = config.inputs
        let nodes = registered.graph.inputs.map { input in
            UMBridgeVector.Part(name: input.name, shape: registered.graph.shape(of: input.node))
        }
        if !bound.isEmpty { try Self.check(bound, nodes) }
        inputs = UMBridgeVector.vectors(of: nodes.filter { config.inputs[$0.name] == nil }, split: config.split)
        outputs = UMBridgeVector.vectors(
            of: zip(registered.outputNames, registered.graph.outputs).map { name, node in
                UMBridgeVector.Part(name: name, shape: registered.graph.shape(of: node))
            }, split: config.split)
    }

    private static func check(_ bound: [String: Tensor], _ nodes: [UMBridgeVector.Part]) throws(Problem) {
        let shapes = Dictionary(nodes.map { ($0.name, $0.shape) }) { first, _ in first }
        for (name, tensor) in bound.sorted(by: { $0.key < $1.key }) {
            guard let shape = shapes[name] else {
                let known = nodes.map(\.name)
                let hint =
                    nearestName(to: name, among: known + [UMBridgeConfig.split]).map { "did you mean \"\($0)\"?" }
                    ?? "the inputs are \(known.prefix(20).joined(separator: ", "))."
                throw Problem(
                    .unknownInput, "`config` has \"\(name.shortened)\", which is neither `split` nor an input; \(hint)")
            }
            guard shape == tensor.shape else {
                throw Problem(
                    .shapeMismatch,
                    "Input \"\(name)\" has shape \(shape), but what `config` binds to it \(tensor.shape).")
            }
        }
    }

    /// The point of a request: every input with what is bound to it.
    func point(_ input: [WireArray]) throws(Problem) -> [String: Tensor] {
        guard input.count == inputs.count else {
            throw Problem(
                .shapeMismatch,
                "The number of vectors in `input` is \(input.count), but the model takes \(inputs.count), of the lengths \(inputs.map(\.size))."
            )
        }
        var point = bound
        for (index, (vector, array)) in zip(inputs, input).enumerated() {
            point.merge(try vector.tensors(array, "`input[\(index)]`")) { first, _ in first }
        }
        return point
    }

    /// The output of a position; the only one where none is given.
    func output(_ index: Int?) throws(Problem) -> UMBridgeVector {
        try Self.one(of: outputs, index, "outWrt", "output")
    }

    /// The input of a position, which a field has; the only one where none is given.
    func input(_ index: Int?, _ field: String) throws(Problem) -> UMBridgeVector {
        try Self.one(of: inputs, index, field, "input")
    }

    private static func one(
        of vectors: [UMBridgeVector], _ index: Int?, _ field: String, _ what: String
    ) throws(Problem) -> UMBridgeVector {
        guard let index = index ?? (vectors.count == 1 ? 0 : nil) else {
            throw Problem(
                .missingField, "`\(field)` is missing, and the model has \(vectors.count) \(what)s to choose from.")
        }
        guard vectors.indices.contains(index) else {
            throw Problem(
                .invalidRequest,
                "`\(field)` is \(index), but \(what)s are counted from 0, and their number is \(vectors.count).")
        }
        return vectors[index]
    }
}
