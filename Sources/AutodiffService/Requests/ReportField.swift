import Autodiff

/// The field `report`: one of three words, or a list of ids.
struct ReportField: Decodable, Sendable {
    let report: Report

    private static let words: [String: Report] = ["inputs": .inputs, "outputs": .outputs, "none": .none]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self), let report = Self.words[word] {
            self.report = report
        } else if let ids = try? container.decode([String].self) {
            try ids.requireDistinct(at: decoder.codingPath)
            report = .ids(ids)
        } else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "`report` is \"inputs\", \"outputs\", \"none\" or a list of ids, not \(decoder.foundKind).")
        }
    }
}
