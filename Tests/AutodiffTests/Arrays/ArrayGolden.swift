import Autodiff
import Foundation
import Testing

/// What NumPy, SciPy or PyTorch give for an array op, made by arrays.py, structural.py and losses.py in
/// scripts/golden.
struct ArrayGolden: Decodable, Sendable, CustomTestStringConvertible {
    /// An array; numbers that JSON lacks are written as words.
    struct Array: Decodable, Sendable {
        let shape: [Int]
        let elements: [Number]

        var tensor: Tensor? { Shape(shape).flatMap { Tensor(shape: $0, elements: elements.map(\.number)) } }
    }

    /// A number or its name.
    struct Number: Decodable, Sendable {
        let number: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self.number = number
            } else {
                number = Double(try container.decode(String.self)) ?? .nan
            }
        }
    }

    /// An attribute of any type.
    struct Attribute: Decodable, Sendable {
        let value: AttributeValue

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                value = .flag(flag)
            } else if let number = try? container.decode(Double.self) {
                value = .number(number)
            } else if let numbers = try? container.decode([Double].self) {
                value = .numbers(numbers)
            } else {
                value = .text(try container.decode(String.self))
            }
        }
    }

    let op: String
    let operands: [Array]
    let attributes: [String: Attribute]
    let value: Array
    /// The operands that have no derivative.
    let indices: [Int]
    /// Whether derivatives are to be compared with differences.
    let smooth: Bool
    /// The derivatives of the weighted sum with respect to each operand, where PyTorch gave them.
    let gradients: [Array]?
    /// The derivatives of these along `directions(0)`, where PyTorch gave them and the op is smooth.
    let products: [Array]?

    var testDescription: String {
        "\(op) of \(operands.map(\.shape)) with \(attributes.map { "\($0): \($1.value)" }.sorted())"
    }

    func function(at points: [Tensor]? = nil) throws -> ArrayFunction {
        let op = try #require(Op.named(op))
        return try ArrayFunction(op, try points ?? tensors(), Attributes(attributes.mapValues(\.value)))
    }

    func tensors() throws -> [Tensor] { try operands.map { try #require($0.tensor) } }

    /// Directions that differ between elements, 0 for operands without a derivative.
    func directions(_ seed: Int) throws -> [[Double]] {
        try tensors().enumerated().map { position, operand in
            (0..<operand.elements.count).map {
                indices.contains(position) ? 0 : Double(($0 * 3 + position + seed) % 7) / 3 - 0.9
            }
        }
    }

    static let all: [ArrayGolden] = {
        do {
            return try ["arrays.json", "structural.json", "losses.json"].flatMap {
                try JSONDecoder().decode([ArrayGolden].self, from: GoldenFile.data($0))
            }
        } catch {
            Issue.record(error)
            return []
        }
    }()
}
