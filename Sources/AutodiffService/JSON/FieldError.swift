/// A refusal found while a request is decoded: what is wrong, and in which field.
package struct FieldError: Error {
    package let code: ProblemCode
    /// Where the offending value stands.
    package let path: [any CodingKey]
    /// One sentence that says what was wrong and what would be right.
    package let detail: String
    /// The known name that was probably meant.
    package let suggestion: String?

    package init(_ code: ProblemCode, at path: [any CodingKey], _ detail: String, suggestion: String? = nil) {
        self.code = code
        self.path = path
        self.detail = detail
        self.suggestion = suggestion
    }
}
