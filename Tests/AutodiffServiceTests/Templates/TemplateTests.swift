import AutodiffService
import Foundation
import MicroHTTP
import Synchronization
import Testing

@Suite struct `A request that comes again with other numbers` {
    private static func service(cacheBytes: Int = 1 << 24, token: String? = nil, rate: Int? = nil) -> AdjointService {
        var configuration = ServiceConfiguration()
        configuration.programCacheBytes = cacheBytes
        configuration.token = token
        configuration.rateLimit = rate
        return AdjointService(configuration)
    }

    private static let line = #"{"expression": "y = 2*x + 3", "inputs": {"x": 1}}"#
    private static let gradient = "/v1/gradient"

    private static func atOnce(_ service: AdjointService, _ body: String, headers: HTTPFields = [:]) -> HTTPResponse? {
        service.respondAtOnce(
            to: HTTPRequest(
                method: "POST", target: gradient, headers: headers, body: Array(body.utf8), peer: "127.0.0.1"),
            deadline: .now + .seconds(60))
    }

    @Test func `is answered by a template from the third time on`() {
        let service = Self.service()
        for x in 1...5 {
            #expect(
                service.post(Self.gradient, Self.line.replacing(#": 1}"#, with: ": \(x)}")).text
                    == #"{"output":"y","value":\#(2 * x + 3),"values":{"x":\#(x),"y":\#(2 * x + 3)},"gradients":{"x":2,"y":1}}"#
            )
        }
        #expect(service.templates.hits == 3 && service.templates.misses == 2 && service.templates.count == 1)
    }

    @Test func `is answered at once, and leaves no trace where it is not`() {
        let service = Self.service()
        for _ in 0..<2 {
            #expect(Self.atOnce(service, Self.line) == nil)
            _ = service.post(Self.gradient, Self.line)
        }
        #expect(Self.atOnce(service, Self.line) == service.post(Self.gradient, Self.line))
        #expect(Self.atOnce(service, Self.line.replacing("1}", with: "1e400}")) == nil)
        // The value overflows, which is told with a warning.
        let infinite = Self.line.replacing("1}", with: "1e308}")
        #expect(Self.atOnce(service, infinite) == nil)
        #expect(service.post(Self.gradient, infinite).text.contains("non-finite"))
        #expect(service.templates.hits == 2 && service.templates.misses == 3)
    }

    @Test func `is learned of a later one where the second takes words`() {
        let service = Self.service()
        for x in ["1", "1e308", "2", "3", "4"] {
            _ = service.post(Self.gradient, Self.line.replacing("1}", with: "\(x)}"))
        }
        #expect(service.templates.hits == 1 && service.templates.count == 1)
    }

    @Test func `still needs the token, and keeps to the rate`() throws {
        let service = Self.service(token: "sesame", rate: 4)
        let known: HTTPFields = ["Authorization": "Bearer sesame"]
        for _ in 0..<2 { #expect(service.post(Self.gradient, Self.line, headers: known).status == 200) }
        #expect(Self.atOnce(service, Self.line) == nil)
        #expect(Self.atOnce(service, Self.line, headers: ["Authorization": "Bearer sesam"]) == nil)
        let answers = (0..<100_000).lazy.compactMap { _ in Self.atOnce(service, Self.line, headers: known) }
        #expect(answers.first?.status == 200)
        let refused = try #require(answers.first { $0.status != 200 })
        #expect(refused.status == 429 && refused.headers["Retry-After"] != nil)
    }

    @Test func `is about the graph that there is now`() {
        let service = Self.service()
        let (path, body) = ("/v1/graphs/g", #"{"inputs": {"x": 3}}"#)
        for factor in 1...4 {
            #expect(service.put(path, #"{"expression": "y = \#(factor)*x"}"#).status < 300)
            for _ in 0..<4 {
                #expect(service.post("\(path)/evaluate", body).text.contains(#""y":\#(3 * factor)}"#))
            }
        }
        #expect(service.templates.hits == 8)
        #expect(service.ask("DELETE", path).status == 204)
        #expect(service.post("\(path)/evaluate", body).status == 404)
        #expect(service.post("/v1/graphs/seed/gradient", body).status == 422)
    }

    @Test func `takes no more memory than it may`() {
        let service = Self.service(cacheBytes: 100_000)
        for number in 0..<200 {
            for _ in 0..<3 { _ = service.post(Self.gradient, Self.line.replacing("3", with: "\(number)")) }
            #expect(service.templates.byteCount <= 100_000)
        }
        #expect(service.templates.hits == 200 && (4..<200).contains(service.templates.count))
    }

    @Test func `is learned of no service without room`() {
        let service = Self.service(cacheBytes: 0)
        for _ in 0..<4 { _ = service.post(Self.gradient, Self.line) }
        #expect(service.templates.hits == 0 && service.templates.misses == 0)
    }

    @Test func `is answered with its own numbers, however many ask at once`() {
        let (service, plain) = (Self.service(), Self.service(cacheBytes: 0))
        let wrong = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { client in
            for round in 0..<200 {
                let body =
                    #"{"expression": "y\#(round % 3) = sin(x)*b + exp(-x)", "inputs": {"x": \#(round)e-2, "b": \#(client)}}"#
                let answer = service.post(Self.gradient, body).text
                if answer != plain.post(Self.gradient, body).text { wrong.withLock { $0.append(answer) } }
            }
        }
        #expect(wrong.withLock { $0.first } == nil)
        #expect(service.templates.hits > 1000)
    }
}
