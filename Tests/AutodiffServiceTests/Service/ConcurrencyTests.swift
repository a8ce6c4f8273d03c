import AutodiffService
import Foundation
import MicroHTTP
import Synchronization
import Testing

@Suite struct `Many clients at once` {
    @Test func `get each the answer to their own question`() throws {
        var configuration = HTTPConfiguration()
        configuration.host = "127.0.0.1"
        configuration.port = 0
        configuration.eventThreads = 2
        configuration.workers = 2
        configuration.queueLimit = 1000
        try Served.withServer(configuration, AdjointService()) { port in
            let wrong = Mutex<[String]>([])
            let done = DispatchGroup()
            for number in 1...24 {
                done.enter()
                Thread.detachNewThread {
                    let faults = Self.ask(as: number, port: port)
                    wrong.withLock { $0 += faults }
                    done.leave()
                }
            }
            done.wait()
            #expect(wrong.withLock { $0 } == [])
        }
    }

    @Test(arguments: ["vjp", "jvp", "jacobian", "hessian", "hvp"])
    func `are kept from waiting by what may take many runs`(name: String) {
        let body = Array(#"{"expression": "x"}"#.utf8)
        func placement(_ path: String) -> HTTPPlacement {
            AdjointService().placement(of: HTTPRequest(method: "POST", target: path, body: body))
        }
        #expect(placement("/v1/\(name)") == .worker)
        #expect(placement("/v1/gradient") == .eventThread)
    }

    /// Asks for x^2 + n x, small enough for an event thread or padded for a worker; what is wrong with the answers.
    private static func ask(as number: Int, port: UInt16) -> [String] {
        guard let client = Client(port: port) else { return ["\(number): no connection"] }
        return (0..<40).compactMap { round in
            let x = Double(round) / 8
            let padding = round.isMultiple(of: 3) ? String(repeating: " ", count: 3000) : ""
            let body = #"{"expression": "y\#(number) = x^2 + \#(number)*x", "inputs": {"x": \#(x)}}"# + padding
            let wanted = (x * x + Double(number) * x, 2 * x + Double(number))
            guard let response = client.post("/v1/gradient", Array(body.utf8)), response.status == 200,
                let answer = try? FoundationJSON.value(of: response.body)
            else { return "\(number): no answer in round \(round)" }
            let isRight =
                answer["output"]?.text == "y\(number)" && answer["value"]?.number == wanted.0
                && answer["gradients"]?["x"]?.number == wanted.1
            return isRight ? nil : "\(number): \(response.text) in round \(round)"
        }
    }
}
