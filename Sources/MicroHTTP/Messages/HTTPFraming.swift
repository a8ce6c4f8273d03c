/// What makes a request's head ambiguous: two readers could disagree where it ends, or whom it is for.
///
/// libmicrohttpd 0.9.75 lets all of this through. Behind a proxy that reads it otherwise, each is a way to smuggle a
/// second request past it (RFC 9112, sections 3.2 and 6.3).
package enum HTTPFraming {
    /// The sentence that says what is wrong with a head, or `nil` if it has one meaning.
    package static func fault(
        method: String, target: String, version: String, headers: HTTPFields
    ) -> String? {
        // Whatever comes after 1.1 has its rules (RFC 9110, section 2.5); the library has refused what is not 1.x.
        let isHTTP10 = version == "HTTP/1.0"
        if !method.isToken {
            return "The method \(quoted(method)) is not a token."
        }
        if !target.isRequestTarget {
            return "The request target holds a space or a control character."
        }
        if let field = headers.first(where: { !$0.name.isToken }) {
            return "The header name \(quoted(field.name)) is not a token; write the name, a colon, and the value."
        }
        if let field = headers.first(where: { !$0.value.isFieldValue }) {
            return "The value of the header \(field.name) holds a control character."
        }
        let hosts = headers.all("Host")
        if !isHTTP10, hosts.count != 1 {
            return "An HTTP/1.1 request has exactly one Host header; this one has \(hosts.count)."
        }
        if hosts.count > 1 {
            return "A request has at most one Host header; this one has \(hosts.count)."
        }
        let lengths = headers.all("Content-Length")
        let codings = headers.all("Transfer-Encoding")
        if lengths.count > 1 {
            return "A request has at most one Content-Length header; this one has \(lengths.count)."
        }
        if let length = lengths.first, length.isEmpty || !length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            return "The Content-Length \(quoted(length)) is not a decimal number."
        }
        if !lengths.isEmpty, !codings.isEmpty {
            return "Content-Length and Transfer-Encoding exclude each other; send one of them."
        }
        if codings.count > 1 || codings.contains(where: { !$0.isSameToken(as: "chunked") }) {
            return "The only Transfer-Encoding understood is a single \"chunked\"."
        }
        if isHTTP10, !codings.isEmpty {
            return "Transfer-Encoding needs HTTP/1.1; this request says HTTP/1.0."
        }
        return nil
    }

    private static func quoted(_ text: String) -> String {
        text.prefix(64).debugDescription
    }
}
