import Autodiff

/// The body of `POST /v1/vjp`.
struct VJPRequest: FunctionRequest {
    let point: FunctionAtPoint
    let cotangents: Directions
    let wrt: [String]?
    let report: Report

    enum CodingKeys: String, FunctionRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, cotangents, wrt, report, batch, reduce, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a vjp request")
        point = try fields.decodePoint()
        cotangents = try fields.decodeDirections(forKey: .cotangents)
        wrt = try fields.decodeIDs(forKey: .wrt)
        report = try fields.decodeReport(forKey: .report) ?? .named
    }
}
