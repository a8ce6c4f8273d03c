package import Autodiff

/// The answer to `POST /v1/evaluate`.
package struct EvaluateResponse: FunctionResponse, Sendable {
    let values: OrderedMap<WireArray>
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    package init(_ result: Evaluation.Result) {
        values = OrderedMap(result.values)
        warnings = Warning.list(result.warning)
    }
}

/// The answer to `POST /v1/gradient`.
package struct GradientResponse: FunctionResponse, Sendable {
    let output: String
    let value: WireArray
    let values: OrderedMap<WireArray>
    let gradients: OrderedMap<WireArray>
    let partials: [Edge]?
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    /// A local derivative.
    struct Edge: Encodable, Sendable {
        let from: String
        let to: String
        let value: WireArray
    }

    package init(_ result: Gradient.Result, of output: String, partials: Bool) {
        self.output = output
        value = WireArray(result.outputValue)
        values = OrderedMap(result.values)
        gradients = OrderedMap(result.gradients)
        self.partials =
            partials ? result.partials.map { Edge(from: $0.from, to: $0.to, value: WireArray($0.tensor)) } : nil
        warnings = Warning.list(result.warning)
    }
}

/// Something that is no error but that a client should know.
struct Warning: Encodable, Sendable {
    let code: String
    let node: String?
    let detail: String

    static func list(_ nonFinite: NonFinite?) -> [Warning]? {
        nonFinite.map { [Warning(code: "non-finite", node: $0.node, detail: $0.detail)] }
    }
}

extension OrderedMap<WireArray> {
    init(_ tensors: [NamedTensor]) {
        self.init(tensors.lazy.map { ($0.name, WireArray($0.tensor)) })
    }
}
