import Foundation
import Testing

/// What PyTorch gives in float64, made by scripts/golden/pytorch.py.
struct PyTorchGolden: Decodable {
    /// An op at a point.
    struct OpCase: Decodable {
        let op: String
        let operands: [Double]
        let value: Double
        let gradient: [Double]
    }

    /// A graph at a point.
    struct GraphCase: Decodable, Sendable, CustomTestStringConvertible {
        /// A node; an operand that is no id is a number.
        struct Node: Decodable {
            let id: String
            let op: String
            let args: [String]
        }

        let name: String
        let inputs: [String: Double]
        let nodes: [Node]
        let value: Double
        let gradient: [String: Double]

        var testDescription: String { name }
    }

    let ops: [OpCase]
    let graphs: [GraphCase]

    static let file: PyTorchGolden = {
        do {
            return try JSONDecoder().decode(PyTorchGolden.self, from: GoldenFile.data("pytorch.json"))
        } catch {
            Issue.record(error)
            return PyTorchGolden(ops: [], graphs: [])
        }
    }()
}
