import AutodiffService
import Foundation
import MicroHTTP
import Synchronization
import Testing

@Suite struct `A graph that is replaced under load` {
    /// Version n is y = n x + n, so that a value of one and a slope of another show.
    private static func registration(_ version: Int) -> [UInt8] {
        Array(#"{"expression": "y = \#(version)*x + \#(version)"}"#.utf8)
    }

    @Test func `is answered as one of its versions, or as gone`() throws {
        var configuration = HTTPConfiguration()
        configuration.host = "127.0.0.1"
        configuration.port = 0
        configuration.eventThreads = 2
        configuration.workers = 2
        configuration.queueLimit = 1000
        try Served.withServer(configuration, AdjointService()) { port in
            let isOver = Atomic(false)
            let wrong = Mutex<[String]>([])
            let answered = Atomic(0)
            let readers = DispatchGroup()
            for _ in 0..<4 {
                readers.enter()
                Thread.detachNewThread {
                    while !isOver.load(ordering: .acquiring) {
                        if let fault = Self.ask(port, answered) { wrong.withLock { $0.append(fault) } }
                    }
                    readers.leave()
                }
            }
            let client = try #require(Client(port: port))
            for version in 1...150 {
                let put = client.exchange("PUT", "/v1/graphs/line", Self.registration(version))
                #expect(put?.status == 200 || put?.status == 201)
                if version.isMultiple(of: 10) {
                    #expect(client.exchange("DELETE", "/v1/graphs/line", [])?.status == 204)
                }
            }
            isOver.store(true, ordering: .releasing)
            readers.wait()
            #expect(wrong.withLock { $0 }.prefix(3) == [])
            #expect(answered.load(ordering: .relaxed) > 20)
        }
    }

    /// Asks on connections of its own, now and then a worker by a long body; what is wrong with an answer.
    private static func ask(_ port: UInt16, _ answered: borrowing Atomic<Int>) -> String? {
        guard let client = Client(port: port) else { return "no connection" }
        for round in 0..<20 {
            let padding = String(repeating: " ", count: round.isMultiple(of: 3) ? 3000 : 0)
            let body = Array((#"{"inputs": {"x": 1}, "report": "inputs"}"# + padding).utf8)
            guard let response = client.exchange("POST", "/v1/graphs/line/gradient", body) else { return "no answer" }
            if response.status == 404 { continue }
            guard response.status == 200, let answer = try? FoundationJSON.value(of: response.body),
                let value = answer["value"]?.number, let slope = answer["gradients"]?["x"]?.number
            else { return response.text }
            if value != 2 * slope || !(1...150).contains(slope) { return "a mixture: \(response.text)" }
            answered.add(1, ordering: .relaxed)
        }
        return nil
    }
}
