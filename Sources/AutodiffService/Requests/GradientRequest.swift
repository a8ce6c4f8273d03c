import Autodiff

/// The body of `POST /v1/gradient`.
struct GradientRequest: Decodable, Sendable {
    let function: FunctionSource
    let inputs: [String: Tensor]
    let outputs: [String]?
    let output: String?
    let wrt: [String]?
    let report: Report
    let partials: Bool
    let timings: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case graph, expression, inputs, outputs, output, wrt, report, partials, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a gradient request")
        function = try FunctionSource(
            graph: try fields.decodeIfPresent(GraphDocument.self, forKey: .graph),
            expression: try fields.decodeIfPresent(String.self, forKey: .expression), at: decoder.codingPath)
        inputs = try fields.decodeInputs(forKey: .inputs)
        outputs = try fields.decodeIDs(forKey: .outputs)
        output = try fields.decodeIfPresent(String.self, forKey: .output)
        wrt = try fields.decodeIDs(forKey: .wrt)
        report = try fields.decodeIfPresent(ReportField.self, forKey: .report)?.report ?? .named
        partials = try fields.decodeIfPresent(Bool.self, forKey: .partials) ?? false
        timings = try fields.decodeIfPresent(Bool.self, forKey: .timings) ?? false
    }
}
