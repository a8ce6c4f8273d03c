import Autodiff

/// The body of `POST /v1/jacobian`.
struct JacobianRequest: FunctionRequest {
    let point: FunctionAtPoint
    let wrt: [String]?
    let mode: Jacobian.Mode
    let report: Report

    enum CodingKeys: String, BatchRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, wrt, mode, report, batch, reduce, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a jacobian request")
        point = try fields.decodePoints()
        wrt = try fields.decodeIDs(forKey: .wrt)
        mode = try fields.decodeIfPresent(ModeField.self, forKey: .mode)?.mode ?? .auto
        report = try fields.decodeReport(forKey: .report) ?? .named
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(wrt)
        question.append(mode.rawValue)
        question.append(report)
    }
}

/// The field `mode`.
private struct ModeField: Decodable {
    let mode: Jacobian.Mode

    init(from decoder: any Decoder) throws {
        let word = try? decoder.singleValueContainer().decode(String.self)
        guard let mode = word.flatMap(Jacobian.Mode.init) else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "`mode` is \"auto\", \"forward\" or \"reverse\", not \(decoder.foundKind).")
        }
        self.mode = mode
    }
}
