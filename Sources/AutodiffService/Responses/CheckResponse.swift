import Autodiff

/// The answer to `POST /v1/check`.
struct CheckResponse: FunctionResponse {
    let output: String
    let value: WireNumber
    let passed: Bool
    let inputs: OrderedMap<Entry>
    let warnings: [Warning]?
    var kinks: [KinkEntry]?
    var timings: Timings?

    /// What was found for an input.
    struct Entry: Encodable, Sendable {
        let analytic: WireArray
        let numeric: WireArray
        let error: Difference
        let passed: Bool
    }

    /// How far the two are apart where they are worst.
    struct Difference: Encodable, Sendable {
        let absolute: WireNumber
        let relative: WireNumber
        let uncertainty: WireNumber?
        let element: Int?
    }

    init(_ result: GradientCheck.Result, of output: String) {
        self.output = output
        value = WireNumber(result.value)
        passed = result.passed
        inputs = OrderedMap(result.entries.map { ($0.name, Entry($0)) })
        warnings = Warning.list(result.warning)
    }
}

extension CheckResponse.Entry {
    fileprivate init(_ entry: GradientCheck.Entry) {
        analytic = WireArray(entry.analytic)
        numeric = WireArray(entry.numeric)
        let worst = entry.worst
        error = CheckResponse.Difference(
            absolute: WireNumber(entry.error.absolute), relative: WireNumber(entry.error.relative),
            uncertainty: worst.flatMap { place in entry.uncertainty.map { WireNumber($0.elements[place]) } },
            element: entry.analytic.shape.isScalar ? nil : worst)
        passed = entry.passed
    }
}
