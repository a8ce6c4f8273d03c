/// The words in which clients of a protocol expect to be refused.
///
/// What is wrong is a `Problem` in all of them, found in the same places; only its wording is the protocol's.
package enum Dialect: Sendable {
    /// The contract's own, as RFC 9457 has it.
    case problem
    /// Those of UM-Bridge.
    case umBridge

    /// A problem as a response says it.
    struct Wording {
        var status: Int
        var contentType = "application/json"
        var body: [UInt8]
    }

    /// A problem in the words of this dialect.
    func wording(of problem: Problem) -> Wording {
        switch self {
        case .problem:
            Wording(status: problem.code.status, contentType: Problem.contentType, body: problem.body)
        case .umBridge: UMBridgeRefusal(problem).wording
        }
    }
}
