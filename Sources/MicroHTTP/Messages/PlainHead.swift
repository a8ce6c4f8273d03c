/// The check that nearly every head passes, made on its bytes while they are read.
///
/// A head that passes has no fault; of one that does not, `HTTPFraming.fault` tells whether it has one, and which.
package struct PlainHead {
    private var isPlain = true
    private var hostCount = 0
    /// The length that a head gives that is plain so far.
    package private(set) var length: Int?

    /// Begins with the request line.
    package init(method: String, target: String) {
        isPlain = method.isToken && target.isRequestTarget
    }

    /// Takes a field.
    package mutating func append(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        guard isPlain, name.isToken, value.isFieldValue else { return isPlain = false }
        switch name.count {
        case 4 where name.isSameToken(as: "Host".utf8.span): hostCount += 1
        case 14 where name.isSameToken(as: "Content-Length".utf8.span):
            guard length == nil, let number = value.decimal else { return isPlain = false }
            length = number
        case 17 where name.isSameToken(as: "Transfer-Encoding".utf8.span): isPlain = false
        default: break
        }
    }

    /// Whether the whole head surely has one meaning.
    package var isSound: Bool { isPlain && hostCount == 1 }
}
