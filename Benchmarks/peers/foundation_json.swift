// Foundation's JSON: decodes a graph document or encodes a list of numbers, and times it whenever a line comes on standard input.
//
//   foundation-json decode|encode FILE SECONDS
import Foundation

struct Body: Codable {
    struct Graph: Codable {
        struct Node: Codable {
            let id: String
            let op: String
            var args: [String]?
            var value: Double?
        }

        let nodes: [Node]
        let outputs: [String]
    }

    let graph: Graph
}

/// The seconds that work takes, as the peers in Python measure it.
func median(_ seconds: Double, _ work: () throws -> Void) rethrows -> Double {
    func sample(_ count: Int) throws -> Double {
        let start = ContinuousClock.now
        for _ in 0..<count { try work() }
        return (ContinuousClock.now - start) / .seconds(1) / Double(count)
    }
    let first = try sample(1)
    if first > seconds { return first }
    let count = max(1, Int(seconds / 9 / max(try sample(1), 1e-8)))
    return try (0..<9).map { _ in try sample(count) }.sorted()[4]
}

let arguments = CommandLine.arguments
let data = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let seconds = Double(arguments[3]) ?? 0.3
let work: () throws -> Void
if arguments[1] == "decode" {
    work = { _ = try JSONDecoder().decode(Body.self, from: data) }
} else {
    let numbers = try JSONDecoder().decode([Double].self, from: data)
    work = { _ = try JSONEncoder().encode(numbers) }
}
setvbuf(stdout, nil, _IOLBF, 0)
print(#"{"value": [], "gradients": [], "times": {}}"#)
while readLine() != nil { print(try median(seconds, work)) }
