import Autodiff
import Foundation
import Testing

/// A model of docs/examples, with the answer that scripts/golden/models.py found.
struct Model: Sendable, CustomTestStringConvertible {
    /// Numbers in nested lists.
    struct Numbers: Decodable, Sendable {
        let tensor: Tensor

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                tensor = Tensor(number)
                return
            }
            let parts = try container.decode([Numbers].self).map(\.tensor)
            guard let shape = Shape([parts.count] + (parts.first?.shape.extents ?? [])),
                let tensor = Tensor(shape: shape, elements: parts.flatMap(\.elements))
            else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "ragged") }
            self.tensor = tensor
        }
    }

    /// What is posted.
    struct Request: Decodable, Sendable {
        let expression: String
        let inputs: [String: Numbers]
        let wrt: [String]
    }

    /// What must come back.
    struct Answer: Decodable, Sendable {
        let name: String
        let value: Double
        let gradients: [String: Numbers]
        let hessian: [String: [String: Numbers]]?
    }

    let request: Request
    let answer: Answer

    var testDescription: String { answer.name }
    var inputs: [String: Tensor] { request.inputs.mapValues(\.tensor) }

    func graph() throws -> Graph { try Graph(expression: request.expression, shapes: inputs.mapValues(\.shape)) }

    /// Directions that differ between elements.
    var directions: [String: Tensor] {
        Dictionary(
            uniqueKeysWithValues: request.wrt.enumerated().compactMap { position, name in
                guard let shape = request.inputs[name]?.tensor.shape else { return nil }
                let elements = (0..<shape.count).map { Double(($0 * 3 + position) % 7) / 3 - 0.9 }
                return Tensor(shape: shape, elements: elements).map { (name, $0) }
            })
    }

    static let all: [Model] = {
        do {
            let examples = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../docs/examples")
            return try JSONDecoder().decode([Answer].self, from: GoldenFile.data("models.json")).map { answer in
                let data = try Data(contentsOf: examples.appending(path: "\(answer.name).json"))
                return Model(request: try JSONDecoder().decode(Request.self, from: data), answer: answer)
            }
        } catch {
            Issue.record(error)
            return []
        }
    }()
}
