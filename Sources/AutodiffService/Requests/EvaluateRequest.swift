import Autodiff

/// The body of `POST /v1/evaluate`.
struct EvaluateRequest: FunctionRequest {
    let point: FunctionAtPoint
    let report: Report

    enum CodingKeys: String, FunctionRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, report, batch, reduce, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an evaluate request")
        point = try fields.decodePoint()
        report = try fields.decodeReport(forKey: .report) ?? (point.outputs == nil ? .named : .outputs)
    }
}
