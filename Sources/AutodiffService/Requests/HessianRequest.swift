import Autodiff

/// The body of `POST /v1/hessian`.
struct HessianRequest: FunctionRequest {
    let point: FunctionAtPoint
    let output: String?
    let wrt: [String]?
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, output, wrt, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a hessian request")
        point = try fields.decodePoints()
        output = try fields.decodeIfPresent(String.self, forKey: .output)
        wrt = try fields.decodeIDs(forKey: .wrt)
        report = try fields.decodeReport(forKey: .report) ?? .named
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(output)
        question.append(wrt)
        question.append(report)
    }
}
