import Autodiff

/// The body of `POST /v1/evaluate`.
struct EvaluateRequest: Decodable, Sendable {
    let function: FunctionSource
    let inputs: [String: Tensor]
    let outputs: [String]?
    let report: Report?
    let timings: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case graph, expression, inputs, outputs, report, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "an evaluate request")
        function = try FunctionSource(
            graph: try fields.decodeIfPresent(GraphDocument.self, forKey: .graph),
            expression: try fields.decodeIfPresent(String.self, forKey: .expression), at: decoder.codingPath)
        inputs = try fields.decodeInputs(forKey: .inputs)
        outputs = try fields.decodeIDs(forKey: .outputs)
        report = try fields.decodeIfPresent(ReportField.self, forKey: .report)?.report
        timings = try fields.decodeIfPresent(Bool.self, forKey: .timings) ?? false
    }
}

extension KeyedDecodingContainer {
    /// What a request binds to inputs.
    func decodeInputs(forKey key: Key) throws -> [String: Tensor] {
        try decodeIfPresent([String: WireArray].self, forKey: key)?.compactMapValues(\.tensor) ?? [:]
    }
}
