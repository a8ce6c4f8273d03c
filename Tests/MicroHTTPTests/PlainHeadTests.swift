import MicroHTTP
import Testing

@Suite struct `Plain heads` {
    static let names = ["Host", "hOST", "Content-Length", "content-length", "Transfer-Encoding", "X-Y", "X Y", ""]
    static let values = ["a", "3", "", "+3", "chunked", "a\u{1}b", "a\tb", "\u{7F}", "123456789012345678"]
    static let fields = names.flatMap { name in values.map { (name: name, value: $0) } }

    /// Checks a head both ways.
    private func check(_ method: String, _ target: String, _ version: String, _ fields: [(name: String, value: String)])
    {
        var head = PlainHead(method: method, target: target)
        var headers = HTTPFields()
        for (name, value) in fields {
            head.append(name.utf8.span, value.utf8.span)
            headers.append(name, value)
        }
        let fault = HTTPFraming.fault(method: method, target: target, version: version, headers: headers)
        let isPlain =
            fault == nil && headers.all("Host").count == 1 && headers.all("Transfer-Encoding").isEmpty
        #expect(head.isSound == isPlain, "\(method) \(target) \(version) \(headers): \(fault ?? "no fault")")
        if isPlain { #expect(head.length == headers["Content-Length"].flatMap { Int($0) }) }
    }

    @Test(arguments: ["HTTP/1.0", "HTTP/1.1"]) func `are those without a fault but for rare ones`(version: String) {
        check("GET", "/", version, [])
        for first in Self.fields {
            check("GET", "/", version, [first])
            check("GET", "/", version, [("Host", "a"), first])
            for second in Self.fields { check("POST", "/", version, [("Host", "a"), first, second]) }
        }
    }

    @Test(arguments: [
        ("G(T", "/"), ("", "/"), ("GET", "/a b"), ("GET", ""), ("GET", "/\u{7F}"), ("GET", "/ü"), ("*", "*"),
    ])
    func `have a plain request line`(method: String, target: String) {
        check(method, target, "HTTP/1.1", [("Host", "a")])
    }

    @Test func `may have a length that is no number of ours`() {
        var head = PlainHead(method: "POST", target: "/")
        head.append("Host".utf8.span, "a".utf8.span)
        head.append("Content-Length".utf8.span, "9999999999999999999".utf8.span)
        #expect(!head.isSound)
    }
}
