import Autodiff
import AutodiffService
import MicroHTTP
import Testing

@Suite struct `A registered graph` {
    private let service = AdjointService()

    private func etag(_ body: String) throws -> String {
        let response = service.put("/v1/graphs/test", body)
        return try #require(response.headers["ETag"], "\(response.text)")
    }

    /// Registrations of one function.
    private static let alike = [
        #"{"expression": "e = a*b; o = tanh(e + 1)"}"#,
        #" { "expression" : "e = a*b\n\no = tanh(e + 1.0)" } "#,
        ##"{"expression": "# a comment\ne = (a * b)\no = tanh(e + 1)", "outputs": ["o"]}"##,
        #"{"shapes": {"b": [], "a": []}, "expression": "e = a*b; o = tanh(e + 1)"}"#,
    ]
    private static let documents = [
        #"{"graph": {"nodes": [{"id": "x", "op": "input"}, {"id": "y", "op": "mul", "args": ["x", 2]}]}}"#,
        #"{"graph": {"outputs": ["y"], "nodes": [{"op": "input", "id": "x"}, {"args": ["x", 2.0], "op": "*", "id": "y"}]}}"#,
    ]

    @Test func `has one tag, however it is written`() throws {
        #expect(Set(try Self.alike.map(etag)).count == 1)
        #expect(Set(try Self.documents.map(etag)).count == 1)
    }

    @Test(arguments: [
        #"{"expression": "y = 2*x"}"#, #"{"expression": "z = 2*x"}"#, #"{"expression": "y = 3*x"}"#,
        #"{"expression": "y = x*2"}"#, #"{"expression": "y = 2*x", "inputs": {"x": 0}}"#,
        #"{"expression": "y = 2*x", "inputs": {"x": -0.0}}"#, #"{"expression": "y = 2*x", "shapes": {"x": [1]}}"#,
        #"{"expression": "y = 2*x", "description": "Twice."}"#, #"{"expression": "u = x; y = 2*x"}"#,
    ])
    func `has another tag where its answers differ`(body: String) throws {
        let other = #"{"expression": "y = 2*w"}"#
        #expect(try etag(body) != etag(other))
        // Each is its own.
        #expect(try etag(body) == etag(body))
    }

    @Test func `is replaced only where the conditions hold`() {
        let (first, second) = (#"{"expression": "y = x"}"#, #"{"expression": "y = 2*x"}"#)
        func put(_ body: String, _ headers: HTTPFields) -> HTTPResponse {
            service.put("/v1/graphs/test", body, headers: headers)
        }
        #expect(put(first, ["If-Match": "*"]).status == 412)
        let response = put(first, ["If-None-Match": "*"])
        let tag = response.headers["ETag"] ?? ""
        #expect(response.status == 201)
        #expect(put(second, ["If-None-Match": "*"]).status == 412)
        #expect(put(second, ["If-None-Match": tag]).status == 412)
        #expect(put(second, ["If-Match": "\"0\""]).status == 412)
        #expect(put(second, ["If-Match": "W/\(tag)"]).status == 412)
        #expect(put(second, ["If-Match": "\"0\", \(tag)"]).status == 200)
        #expect(service.ask("DELETE", "/v1/graphs/test", headers: ["If-Match": tag]).status == 412)
        #expect(service.ask("GET", "/v1/graphs/test", headers: ["If-None-Match": tag]).status == 200)
        let now = service.ask("GET", "/v1/graphs/test").headers["ETag"] ?? ""
        for known in [now, "W/\(now)", "*", "\"0\", \(now)"] {
            let answer = service.ask("GET", "/v1/graphs/test", headers: ["If-None-Match": known])
            #expect(answer.status == 304 && answer.body.isEmpty && answer.headers["ETag"] == now, "\(known)")
        }
        #expect(service.ask("DELETE", "/v1/graphs/test", headers: ["If-Match": now]).status == 204)
    }

    @Test func `takes the place of a demonstration, which comes back`() throws {
        func names() throws -> [String]? {
            try service.ask("GET", "/v1/graphs").json()["graphs"]?.list?.compactMap { $0["name"]?.text }
        }
        let demonstrations = ["forward", "posterior", "rosenbrock", "seed"]
        #expect(try names() == demonstrations)
        let before = service.ask("GET", "/v1/graphs/posterior").headers["ETag"]
        for name in ["zeta", "alpha", "posterior"] {
            #expect([200, 201].contains(service.put("/v1/graphs/\(name)", #"{"expression": "y = x"}"#).status))
        }
        #expect(try names() == demonstrations + ["alpha", "zeta"])
        #expect(service.ask("GET", "/v1/graphs/posterior").headers["ETag"] != before)
        #expect(service.ask("DELETE", "/v1/graphs/posterior").status == 204)
        #expect(service.ask("GET", "/v1/graphs/posterior").headers["ETag"] == before)
        #expect(service.ask("DELETE", "/v1/graphs/posterior").status == 403)
    }

    @Test(arguments: 1...7) func `is listed page by page, once`(limit: Int) throws {
        for name in ["a", "b", "seed", "c"] {
            #expect([200, 201].contains(service.put("/v1/graphs/\(name)", #"{"expression": "y = x"}"#).status))
        }
        var names: [String] = []
        var after: String?
        repeat {
            let query = "limit=\(limit)" + (after.map { "&after=\($0)" } ?? "")
            let page = try service.ask("GET", "/v1/graphs?\(query)").json()
            names += page["graphs"]?.list?.compactMap { $0["name"]?.text } ?? []
            after = page["next"]?.text
        } while after != nil && names.count < 20
        #expect(names == ["forward", "posterior", "rosenbrock", "seed", "a", "b", "c"])
    }

    @Test(arguments: [
        ("a", true), ("A.b_c-9", true), (String(repeating: "x", count: 128), true), ("-a", false), (".a", false),
        (String(repeating: "x", count: 129), false), ("a%20b", false), ("%C3%A9", false),
    ])
    func `has a name that fits paths and files`(name: String, isValid: Bool) {
        #expect(service.put("/v1/graphs/\(name)", #"{"expression": "y = x"}"#).status == (isValid ? 201 : 422))
    }
}
