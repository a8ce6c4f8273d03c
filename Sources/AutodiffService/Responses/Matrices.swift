import Autodiff

/// The answer to `POST /v1/jacobian`.
struct JacobianResponse: FunctionResponse {
    let values: OrderedMap<WireArray>
    let jacobian: OrderedMap<OrderedMap<WireArray>>
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    init(_ result: Jacobian.Result) {
        values = OrderedMap(result.values)
        jacobian = OrderedMap(result.jacobian)
        warnings = Warning.list(result.warning)
    }
}

/// The answer to `POST /v1/hessian`.
struct HessianResponse: FunctionResponse {
    let output: String
    let value: WireArray
    let gradients: OrderedMap<WireArray>
    let hessian: OrderedMap<OrderedMap<WireArray>>
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    init(_ result: Hessian.Result, of output: String) {
        self.output = output
        value = WireArray(result.outputValue)
        gradients = OrderedMap(result.gradients)
        hessian = OrderedMap(result.hessian)
        warnings = Warning.list(result.warning)
    }
}
