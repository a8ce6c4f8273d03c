import Autodiff

/// The field `reduce`.
struct ReductionField: Decodable {
    let reduction: Batch.Reduction

    init(from decoder: any Decoder) throws {
        let word = try? decoder.singleValueContainer().decode(String.self)
        guard let reduction = word.flatMap(Batch.Reduction.init) else {
            throw FieldError(
                .invalidRequest, at: decoder.codingPath,
                "`reduce` is \"sum\" or \"mean\", not \(decoder.foundKind).")
        }
        self.reduction = reduction
    }
}
