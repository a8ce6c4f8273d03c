import Autodiff

/// The body of `POST /v1/hvp`.
struct HVPRequest: FunctionRequest {
    let point: FunctionAtPoint
    let vector: Directions
    let output: String?
    let wrt: [String]?
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, vector, output, wrt, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an hvp request")
        point = try fields.decodePoints()
        vector = try fields.decodeDirections(forKey: .vector)
        output = try fields.decodeIfPresent(String.self, forKey: .output)
        wrt = try fields.decodeIDs(forKey: .wrt)
        report = try fields.decodeReport(forKey: .report) ?? .named
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(vector)
        question.append(output)
        question.append(wrt)
        question.append(report)
    }
}
