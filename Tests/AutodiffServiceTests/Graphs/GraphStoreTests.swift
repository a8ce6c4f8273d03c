import AutodiffService
import MicroHTTP
import Testing

@Suite struct `A directory of graphs` {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// A service as it is started anew on the directory.
    private func service(
        isReadOnly: Bool = false, _ limits: GraphStoreLimits = GraphStoreLimits()
    ) throws -> AdjointService {
        let folder = try GraphFolder(directory.path, isReadOnly: isReadOnly)
        return AdjointService(
            ServiceConfiguration(), graphs: try GraphStore(folder, limits, reading: ReadingLimits()))
    }

    @Test func `has a file for each graph, as it was sent`() throws {
        let body = #"{"expression": "y = a*x", "inputs": {"a": 2}}"#
        let service = try service()
        #expect(service.put("/v1/graphs/line", body).status == 201)
        #expect(try directory.names == ["line.json"])
        #expect(try directory.read("line.json") == body)
        // The same function in other words changes nothing.
        #expect(service.put("/v1/graphs/line", #"{"inputs": {"a": 2.0}, "expression": "y = (a)*x"}"#).status == 200)
        #expect(try directory.read("line.json") == body)
    }

    @Test func `is found again by a server that is started anew`() throws {
        let body = #"{"expression": "y = a*x", "inputs": {"a": 2}}"#
        let tag: String?
        do {
            let first = try service()
            #expect(first.put("/v1/graphs/line", body).status == 201)
            tag = first.ask("GET", "/v1/graphs/line").headers["ETag"]
        }
        do {
            let second = try service()
            #expect(tag != nil && second.ask("GET", "/v1/graphs/line").headers["ETag"] == tag)
            let answer = try second.post("/v1/graphs/line/gradient", #"{"inputs": {"x": 3}}"#).json()
            #expect(answer["value"]?.number == 6)
            #expect(second.ask("DELETE", "/v1/graphs/line").status == 204)
            #expect(second.ask("DELETE", "/v1/graphs/line").status == 404)
        }
        #expect(try directory.names == [])
        #expect(try service().ask("GET", "/v1/graphs/line").status == 404)
    }

    @Test func `belongs to one server at a time`() throws {
        let first = try service()
        do throws(GraphFolder.Failure) {
            _ = try GraphFolder(directory.path)
            Issue.record("It was opened twice.")
        } catch {
            #expect(error.isLocked, "\(error.reason)")
        }
        // Whoever only reads is in nobody's way.
        #expect(try service(isReadOnly: true).ask("GET", "/v1/graphs").status == 200)
        #expect(first.ask("GET", "/v1/graphs").status == 200)
    }

    @Test func `is cleaned of what was half written, and of nothing else`() throws {
        for name in [".adjoint-17-3.tmp", "notes.md", ".hidden.json"] { try directory.write("half", to: name) }
        try directory.write("y = x^2", to: "square.adj")
        let service = try service()
        #expect(try directory.names == [".hidden.json", "notes.md", "square.adj"])
        #expect(try service.ask("GET", "/readyz").json() == FoundationJSON.value(of: #"{"status": "ready"}"#))
        #expect(service.ask("GET", "/v1/graphs/square").status == 200)
    }

    @Test func `tells of files that are no graphs, until they are replaced`() throws {
        try directory.write("y = (x", to: "open.adj")
        try directory.write("{", to: "json.json")
        try directory.write("y = x", to: "two.adj")
        try directory.write(#"{"expression": "y = 2*x"}"#, to: "two.json")
        try directory.write("y = x", to: "-x.adj")
        try directory.write(#"{"nodes": [{"id": "y", "op": "sni", "args": [1]}]}"#, to: "graph.json")
        let service = try service()
        func faulty() throws -> [String] {
            try service.ask("GET", "/readyz").json()["faults"]?.list?.compactMap { $0["file"]?.text } ?? []
        }
        #expect(try faulty() == ["-x.adj", "graph.json", "json.json", "open.adj", "two.adj"])
        #expect(
            try service.post("/v1/graphs/two/evaluate", #"{"inputs": {"x": 1}}"#).json()["values"]?["y"]?.number == 2)
        for name in ["open", "json", "two", "graph"] {
            #expect([200, 201].contains(service.put("/v1/graphs/\(name)", #"{"expression": "y = 3*x"}"#).status))
        }
        #expect(try faulty() == ["-x.adj"])
        #expect(try directory.names == ["-x.adj", "graph.json", "json.json", "open.json", "two.json"])
    }

    @Test func `that is read-only serves what is there, and takes nothing`() throws {
        try directory.write("y = x^2", to: "square.adj")
        let service = try service(isReadOnly: true)
        #expect(service.ask("GET", "/v1/graphs/square").status == 200)
        for response in [
            service.put("/v1/graphs/line", #"{"expression": "y = x"}"#), service.ask("DELETE", "/v1/graphs/square"),
        ] {
            #expect(response.status == 403)
            #expect(try response.json()["code"]?.text == "read-only")
        }
        #expect(try directory.names == ["square.adj"])
    }

    @Test func `that fails leaves the old graph`() throws {
        let service = try service()
        #expect(service.put("/v1/graphs/line", #"{"expression": "y = x"}"#).status == 201)
        try directory.remove("line.json")
        try directory.removeItself()
        let response = service.put("/v1/graphs/line", #"{"expression": "y = 2*x"}"#)
        #expect(response.status == 507)
        #expect(try response.json()["code"]?.text == "storage-failed")
        let answer = try service.post("/v1/graphs/line/evaluate", #"{"inputs": {"x": 1}}"#).json()
        #expect(answer["values"]?["y"]?.number == 1)
    }

    @Test func `holds no more than it may`() throws {
        var limits = GraphStoreLimits()
        limits.graphs = 1
        limits.bytes = 2000
        let service = try service(isReadOnly: false, limits)
        func status(_ name: String, _ expression: String) -> Int {
            service.put("/v1/graphs/\(name)", #"{"expression": "\#(expression)"}"#).status
        }
        #expect(status("a", "y = x") == 201)
        #expect(status("b", "y = x") == 422)
        #expect(status("a", "y = 2*x") == 200)
        #expect(status("a", String(repeating: "x + ", count: 100) + "x") == 422)
        #expect(service.ask("DELETE", "/v1/graphs/a").status == 204)
        #expect(status("b", "y = x") == 201)
        #expect(try directory.names == ["b.json"])
    }
}
