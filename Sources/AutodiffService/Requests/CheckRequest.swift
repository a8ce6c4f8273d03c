import Autodiff

/// The body of `POST /v1/check`.
struct CheckRequest: FunctionRequest {
    let point: FunctionAtPoint
    let output: String?
    let wrt: [String]?
    let step: Double?
    let tolerance: GradientCheck.Tolerance

    enum CodingKeys: String, FunctionRequestKey, CaseIterable {
        case graph, expression, inputs, outputs, output, wrt, step, rtol, atol, kinks, timings
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a check request")
        point = try fields.decodePoint()
        output = try fields.decodeIfPresent(String.self, forKey: .output)
        wrt = try fields.decodeIDs(forKey: .wrt)
        step = try fields.decodeMagnitude(forKey: .step)
        if step == 0 {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath + [CodingKeys.step],
                "`step` is more than 0; leave it out to have steps found.")
        }
        let standard = GradientCheck.Tolerance()
        tolerance = GradientCheck.Tolerance(
            relative: try fields.decodeMagnitude(forKey: .rtol) ?? standard.relative,
            absolute: try fields.decodeMagnitude(forKey: .atol) ?? standard.absolute)
    }

    func decide(_ question: inout ProgramQuestion) {
        question.append(output)
        question.append(wrt)
    }
}

extension KeyedDecodingContainer {
    /// A finite number that is not negative.
    fileprivate func decodeMagnitude(forKey key: Key) throws -> Double? {
        guard let number = try decodeIfPresent(WireNumber.self, forKey: key)?.value else { return nil }
        guard number.isFinite, number >= 0 else {
            throw FieldError(
                .invalidRequest, at: codingPath + [key],
                "`\(key.stringValue)` is a finite number that is not negative, but here it is \(number).")
        }
        return number
    }
}
