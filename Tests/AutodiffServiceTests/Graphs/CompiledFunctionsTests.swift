import Autodiff
import AutodiffService
import Foundation
import MicroHTTP
import Synchronization
import Testing

@Suite struct `What is compiled of registered graphs` {
    private let store = GraphStore()

    private struct Broken: Error {}

    @Test func `is compiled once, however many ask at once`() throws {
        let graph = try #require(store["seed"])
        let functions = CompiledFunctions(capacity: 1 << 20)
        let count = Atomic(0)
        let found = Mutex<[ObjectIdentifier]>([])
        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            let function = functions.function(for: ProgramQuestion(about: graph, Int.self)) {
                count.add(1, ordering: .relaxed)
                usleep(20_000)
                return CompiledFunction(graph.graph, 1)
            }
            found.withLock { $0.append(ObjectIdentifier(function)) }
        }
        #expect(count.load(ordering: .relaxed) == 1)
        #expect(Set(found.withLock { $0 }).count == 1 && functions.count == 1)
    }

    @Test func `is not kept where it fails`() throws {
        let graph = try #require(store["seed"])
        let functions = CompiledFunctions(capacity: 1 << 20)
        let question = ProgramQuestion(about: graph, Int.self)
        #expect(throws: Broken.self) {
            try functions.function(for: question) { () throws(Broken) -> CompiledFunction<Int> in throw Broken() }
        }
        #expect(functions.function(for: question) { CompiledFunction(graph.graph, 2) }.compiled == 2)
    }

    @Test func `stays within its memory`() throws {
        let graph = try #require(store["seed"])
        let functions = CompiledFunctions(capacity: 200_000)
        for place in 0..<200 {
            var question = ProgramQuestion(about: graph, Int.self)
            question.append("\(place)")
            _ = functions.function(for: question) { CompiledFunction(graph.graph, place) }
            #expect(functions.byteCount <= 200_000)
        }
        #expect((1..<200).contains(functions.count))
    }

    @Test func `is told apart by all that decides it`() throws {
        let service = AdjointService()
        #expect(
            service.put("/v1/graphs/two", #"{"expression": "u = a*b; v = u + a", "inputs": {"a": 2, "b": 3}}"#).status
                == 201)
        func ask(_ name: String, _ body: String) -> String { service.post("/v1/graphs/two/\(name)", body).text }
        let asked = [
            ("evaluate", "{}"), ("evaluate", #"{"outputs": ["u"]}"#), ("evaluate", #"{"report": "inputs"}"#),
            ("gradient", "{}"), ("gradient", #"{"output": "u"}"#), ("gradient", #"{"outputs": ["u"]}"#),
            ("gradient", #"{"wrt": ["a"]}"#), ("gradient", #"{"report": ["u"]}"#), ("gradient", #"{"partials": true}"#),
            ("gradient", #"{"report": "none"}"#), ("jacobian", "{}"), ("jacobian", #"{"outputs": ["u", "v"]}"#),
            ("jacobian", #"{"wrt": ["b"]}"#), ("hessian", "{}"), ("hessian", #"{"output": "u", "wrt": ["a"]}"#),
            ("vjp", #"{"cotangents": {"u": 1}}"#), ("vjp", #"{"cotangents": {"v": 1}}"#),
            ("jvp", #"{"tangents": {"a": 1}}"#), ("jvp", #"{"tangents": {"b": 1}}"#),
            ("hvp", #"{"vector": {"a": 1}}"#), ("hvp", #"{"vector": {"b": 1}}"#), ("check", #"{"step": 0.5}"#),
        ]
        // As a function of the body the question is compiled anew each time.
        for _ in 0..<2 {
            for (name, body) in asked {
                let start = #"{"expression": "u = a*b; v = u + a", "inputs": {"a": 2, "b": 3}"#
                let whole = body == "{}" ? start + "}" : "\(start), \(body.dropFirst())"
                #expect(ask(name, body) == service.post("/v1/\(name)", whole).text, "\(name) \(body)")
            }
        }
    }
}
