/// The first place where a body is not a JSON text this service reads.
package struct JSONSyntaxError: Error, Equatable {
    /// What kind of rule the body breaks.
    package enum Kind: Sendable {
        /// The grammar of RFC 8259, UTF-8 included.
        case syntax
        /// Arrays and objects nested deeper than allowed.
        case depth
        /// One object with the same key twice, of which a reader would silently drop one.
        case duplicateKey
        /// A number outside the range of a double, which a reader would silently take for infinity or for zero.
        case numberRange
    }

    package let kind: Kind
    /// How many bytes of the body come before the offending one.
    package let offset: Int
    /// One sentence that says where, what was wrong and what would be right.
    package let detail: String
    /// The JSON Pointer of the offending value, where the text up to it is sound JSON.
    package let pointer: String?

    init(_ kind: Kind, at offset: Int, _ detail: String, pointer: String? = nil) {
        self.kind = kind
        self.offset = offset
        self.detail = "At byte \(offset): \(detail)."
        self.pointer = pointer
    }
}
