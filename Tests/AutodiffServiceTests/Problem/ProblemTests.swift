import AutodiffService
import Testing

@Suite struct `Problems` {
    @Test(arguments: ProblemCode.allCases)
    func `has a code, a status and words for each refusal`(code: ProblemCode) {
        #expect(code.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
        #expect(code.type == "/problems/\(code.rawValue)")
        #expect((400..<600).contains(code.status))
        #expect(!code.title.isEmpty && !code.title.hasSuffix("."))
        #expect(code.summary.hasSuffix(".") && code.summary.first?.isUppercase == true)
        #expect(ProblemCode.allCases.filter { $0.title == code.title || $0.summary == code.summary } == [code])
    }

    @Test(arguments: [
        ("malformed-request", 400), ("invalid-json", 400), ("unauthorized", 401), ("forbidden", 403),
        ("not-found", 404),
        ("method-not-allowed", 405), ("not-acceptable", 406), ("precondition-failed", 412), ("body-too-large", 413),
        ("invalid-request", 422), ("unknown-field", 422), ("missing-field", 422), ("unknown-op", 422),
        ("wrong-arity", 422), ("cycle", 422), ("duplicate-id", 422), ("invalid-id", 422), ("unknown-id", 422),
        ("shape-mismatch", 422), ("missing-input", 422), ("unknown-input", 422), ("ambiguous-output", 422),
        ("not-scalar", 422), ("invalid-expression", 422), ("invalid-attribute", 422), ("limit-exceeded", 422),
        ("rate-limited", 429), ("internal", 500), ("queue-full", 503), ("shutting-down", 503),
        ("deadline-exceeded", 504),
    ])
    func `keeps the codes and statuses that clients rely on`(code: String, status: Int) {
        #expect(ProblemCode(rawValue: code)?.status == status)
    }

    @Test func `is written as RFC 9457 says`() {
        var problem = Problem(
            .invalidExpression, "Expected ')'.", pointer: "/expression", node: "y", suggestion: "tanh")
        problem.offset = 3
        problem.place = .init(line: 1, column: 5, excerpt: "y = (\n    ^")
        let expected = """
            {"type":"/problems/invalid-expression","title":"Invalid expression","status":422,"detail":"Expected ')'.",\
            "code":"invalid-expression","pointer":"/expression","node":"y","suggestion":"tanh","offset":3,\
            "line":1,"column":5,"excerpt":"y = (\\n    ^"}
            """
        #expect(String(decoding: problem.body, as: UTF8.self) == expected)
        let short =
            #"{"type":"/problems/not-found","title":"Not found","status":404,"detail":"No.","code":"not-found"}"#
        #expect(String(decoding: Problem(.notFound, "No.").body, as: UTF8.self) == short)
    }

    @Test func `knows the headers that go with it`() {
        var problem = Problem(.queueFull, "Busy.")
        #expect(problem.headers.isEmpty)
        problem.retryAfter = 2
        problem.allow = ["GET", "PUT"]
        problem.authenticate = "Bearer"
        #expect(
            problem.headers.map { "\($0.name): \($0.value)" } == [
                "Retry-After: 2", "Allow: GET, PUT", "WWW-Authenticate: Bearer",
            ])
    }
}
