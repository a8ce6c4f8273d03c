package import Autodiff

extension Endpoint {
    /// The table of ops.
    static func ops(_ call: Call) throws(Problem) -> Answer { Answer(contentType: "application/json", body: opsBody) }

    private static let opsBody: [UInt8] =
        (try? OrderedJSONEncoder().encode(["ops": Op.descriptions.map(OpEntry.init)])) ?? []
}

/// A row of the table.
package struct OpEntry: Encodable, Sendable {
    let name: String
    let aliases: [String]
    let kind: String
    let arity: Int
    let attributes: [String]
    let summary: String
    let formula: String
    let derivative: String
    let domain: String
    let convention: String?

    package init(_ op: OpDescription) {
        name = op.name
        aliases = op.primitive.aliases
        kind = op.kind.rawValue
        arity = op.arity
        attributes = op.attributes
        summary = op.primitive.summary
        formula = op.primitive.formula
        derivative = op.primitive.derivative
        domain = op.primitive.domain
        convention = op.primitive.convention
    }
}
