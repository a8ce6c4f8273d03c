import Autodiff

/// The body of `POST /v1/vjp`.
struct VJPRequest: FunctionRequest {
    let point: FunctionAtPoint
    let cotangents: Directions
    let wrt: [String]?
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, cotangents, wrt, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a vjp request")
        point = try fields.decodePoints()
        cotangents = try fields.decodeDirections(forKey: .cotangents)
        wrt = try fields.decodeIDs(forKey: .wrt)
        report = try fields.decodeReport(forKey: .report) ?? .named
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(cotangents)
        question.append(wrt)
        question.append(report)
    }
}
