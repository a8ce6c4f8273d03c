import Autodiff

/// The body of `POST /v1/jvp`.
struct JVPRequest: FunctionRequest {
    let point: FunctionAtPoint
    let tangents: Directions
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, tangents, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a jvp request")
        point = try fields.decodePoints()
        tangents = try fields.decodeDirections(forKey: .tangents)
        report = try fields.decodeReport(forKey: .report) ?? .named
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(tangents)
        question.append(report)
    }
}
