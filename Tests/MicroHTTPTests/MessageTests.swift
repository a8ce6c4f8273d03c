import MicroHTTP
import Testing

@Suite struct `Messages` {
    static let targets: [(raw: String, path: String, query: [String])] = [
        ("/", "/", []),
        ("/v1/graphs/a%20b", "/v1/graphs/a b", []),
        ("/healthz%00x", "/healthz\0x", []),
        ("/a%2Fb%zz%", "/a/b%zz%", []),
        ("/%+1%-1", "/%+1%-1", []),
        ("/%ff", "/\u{FFFD}", []),
        ("/a+b?c+d=e+f", "/a+b", ["c d=e f"]),
        ("/?a=1&b=&c&&d=e=f&%26=%3D", "/", ["a=1", "b=", "c=", "d=e=f", "&=="]),
        ("HTTP://host:80/x?y=z", "/x", ["y=z"]),
        ("https://host", "/", []),
        ("http://host?y=z", "/", ["y=z"]),
        ("*", "*", []),
        ("", "", []),
    ]

    @Test(arguments: targets.indices) func `have a target`(index: Int) {
        let (raw, path, query) = Self.targets[index]
        let request = HTTPRequest(target: raw)
        #expect(request.path == path)
        #expect(request.query.map { "\($0.name)=\($0.value)" } == query)
        #expect(request.target == raw)
    }

    @Test func `have fields without regard to case`() {
        var fields: HTTPFields = ["Accept": "a", "X": "1", "accept": "b"]
        #expect(fields["ACCEPT"] == "a")
        #expect(fields.all("Accept") == ["a", "b"])
        fields["aCCept"] = "c"
        #expect(fields.map { "\($0.name)=\($0.value)" } == ["Accept=c", "X=1"])
        fields.append("Y", "2")
        fields["x"] = nil
        #expect(fields.map(\.name) == ["Accept", "Y"])
        #expect(fields["x"] == nil)
        fields["Z"] = "3"
        #expect(fields.count == 3)
    }
}
