/// A protocol that is spoken: the words in which its clients expect to be refused, and how they spell arrays.
///
/// What is wrong is a `Problem` in all of them, found in the same places; only its wording is the protocol's.
package enum Dialect: Sendable {
    /// The contract's own, as RFC 9457 has it.
    case problem
    /// Those of UM-Bridge.
    case umBridge
    /// Those that the Tesseract SDK reads.
    case tesseract

    /// Where a decoder tells what it reads.
    static let key = CodingUserInfoKey(rawValue: "Dialect")

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
        case .tesseract: TesseractRefusal(problem).wording
        }
    }
}

extension Decoder {
    /// The protocol of what is read.
    var dialect: Dialect { Dialect.key.flatMap { userInfo[$0] as? Dialect } ?? .problem }
}
