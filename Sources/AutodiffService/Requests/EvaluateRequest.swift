import Autodiff

/// The body of `POST /v1/evaluate`.
struct EvaluateRequest: FunctionRequest {
    let point: FunctionAtPoint
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an evaluate request")
        point = try fields.decodePoints()
        report = try fields.decodeReport(forKey: .report) ?? (point.outputs == nil ? .named : .outputs)
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(report)
    }
}
