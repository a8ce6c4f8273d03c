import Autodiff

/// The answer to `POST /v1/vjp`.
struct VJPResponse: FunctionResponse {
    let values: OrderedMap<WireArray>
    let gradients: DirectionalResult
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    init(_ result: VJP.Result, for cotangents: Directions) {
        values = OrderedMap(result.values)
        gradients = DirectionalResult(result.gradients, for: cotangents)
        warnings = Warning.list(result.warning)
    }
}

/// The answer to `POST /v1/jvp`.
struct JVPResponse: FunctionResponse {
    let values: OrderedMap<WireArray>
    let tangents: DirectionalResult
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    init(_ result: JVP.Result, for tangents: Directions) {
        values = OrderedMap(result.values)
        self.tangents = DirectionalResult(result.tangents, for: tangents)
        warnings = Warning.list(result.warning)
    }
}

/// The answer to `POST /v1/hvp`.
struct HVPResponse: FunctionResponse {
    let output: String
    let value: WireArray
    let gradients: OrderedMap<WireArray>
    let hvp: DirectionalResult
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    init(_ result: HessianProduct.Result, of output: String, for vector: Directions) {
        self.output = output
        value = WireArray(result.outputValue)
        gradients = OrderedMap(result.gradients)
        hvp = DirectionalResult(result.products, for: vector)
        warnings = Warning.list(result.warning)
    }
}
