import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Garbage` {
    private static let fixtures = Fixture.list.filter { fixture in
        let body = fixture.requestBody
        return Endpoint.all.contains {
            $0.method == .post && $0.path == fixture.request.path && $0.dialect == .problem
        }
            && body.utf8.count < 2000 && !body.isEmpty && !body.contains("g(x)=")
    }

    /// What is sent, the same in every run: a third is broken as text, the rest as a tree.
    static func requests(seed: UInt64, count: Int) -> [(path: String, body: [UInt8])] {
        var texts = Mutator(random: SplitMix(state: seed))
        var trees = TreeMutator(random: SplitMix(state: seed))
        return (0..<count).map { index in
            let fixture = fixtures.randomElement(using: &texts.random)
            let (path, body) = (fixture?.request.path ?? "/v1/gradient", fixture?.requestBody ?? "{}")
            let other = fixtures.randomElement(using: &texts.random)?.requestBody ?? "{}"
            guard !index.isMultiple(of: 3), var tree = try? FoundationJSON.value(of: body) else {
                return (path, texts(body, other: other))
            }
            let branch = (try? FoundationJSON.value(of: other)) ?? .null
            for _ in 0...index % 2 { tree = trees(tree, other: branch) }
            return (path, Array(tree.json.utf8))
        }
    }

    @Test(arguments: 0..<10)
    func `is answered by an answer or a problem`(seed: Int) throws {
        let service = AdjointService()
        var statuses: [Int: Int] = [:]
        for (path, body) in Self.requests(seed: UInt64(seed), count: 600) {
            let response = service.post(path, body)
            try check(response.status, response.headers["Content-Type"], response.body, of: body)
            statuses[response.status, default: 0] += 1
        }
        // The mutations are mild enough to get past each gate.
        #expect(statuses.keys.sorted() == [200, 400, 422])
        let (answers, refusals) = (statuses[200] ?? 0, statuses[422] ?? 0)
        #expect(answers > 20 && refusals > 50, "\(statuses)")
    }

    @Test func `is answered over a connection that stays open`() throws {
        let client = try #require(Client(port: Served.port))
        for (path, body) in Self.requests(seed: 1000, count: 500) {
            let response = try #require(client.post(path, body))
            try check(response.status, response.value("Content-Type"), response.body, of: body)
        }
    }

    private func check(_ status: Int, _ type: String?, _ answer: [UInt8], of body: [UInt8]) throws {
        let shown = Comment(rawValue: String(decoding: body, as: UTF8.self))
        do { try JSONSyntax.check(answer) } catch { Issue.record(error, shown) }
        guard status != 200 else { return #expect(type == "application/json", shown) }
        #expect(type == Problem.contentType, shown)
        let problem = try FoundationJSON.value(of: answer)
        let code = ProblemCode(rawValue: problem["code"]?.text ?? "")
        #expect(code?.status == status && status < 500, shown)
        if let pointer = problem["pointer"]?.text { try checkPointer(pointer, problem, body, shown) }
        if let line = problem["line"]?.number, let column = problem["column"]?.number {
            #expect(line >= 1 && column >= 1, shown)
            #expect(problem["excerpt"]?.text?.hasSuffix("^") == true, shown)
        }
    }

    /// A pointer is written as RFC 6901 says, and leads somewhere, unless to what is missing or is not JSON.
    private func checkPointer(_ pointer: String, _ problem: JSONValue, _ body: [UInt8], _ shown: Comment) throws {
        #expect(pointer.wholeMatch(of: /(\/([^~\/]|~[01])*)*/) != nil, shown)
        guard let code = problem["code"]?.text, !["invalid-json", "missing-input", "wrong-arity"].contains(code) else {
            return
        }
        #expect(try FoundationJSON.value(of: body).at(pointer: pointer) != nil, shown)
    }
}
