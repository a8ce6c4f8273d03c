import Autodiff
import Foundation
import Testing

/// An op of linear algebra at a point, with the result that scripts/golden/linear_algebra.py found.
struct LinearAlgebraCase: Sendable, Decodable, CustomTestStringConvertible {
    private struct Numbers: Decodable {
        let shape: [Int]
        let elements: [Double]
    }

    private enum Key: String, CodingKey {
        case op, attributes, operands, result, upToSign = "up_to_sign"
    }

    let op: Op
    let attributes: Attributes
    let operands: [Tensor]
    let result: Tensor
    /// Whether the signs of vectors are free.
    let isUpToSign: Bool

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let name = try fields.decode(String.self, forKey: .op)
        guard let op = Op.named(name) else {
            throw DecodingError.dataCorruptedError(forKey: .op, in: fields, debugDescription: "no op \(name)")
        }
        self.op = op
        attributes = Attributes(try fields.decode([String: Attribute].self, forKey: .attributes).mapValues(\.value))
        operands = try fields.decode([Numbers].self, forKey: .operands).map(Self.tensor)
        result = Self.tensor(try fields.decode(Numbers.self, forKey: .result))
        isUpToSign = try fields.decode(Bool.self, forKey: .upToSign)
    }

    var testDescription: String { "\(op.name) of \(operands.map(\.shape)) with \(attributes)" }

    /// All cases; none where the file cannot be read, which a test finds.
    static let all: [LinearAlgebraCase] = {
        let data = try? GoldenFile.data("linear_algebra.json")
        return data.flatMap { try? JSONDecoder().decode([LinearAlgebraCase].self, from: $0) } ?? []
    }()

    private static func tensor(_ numbers: Numbers) -> Tensor {
        Shape(numbers.shape).flatMap { Tensor(shape: $0, elements: numbers.elements) } ?? Tensor(.nan)
    }

    private struct Attribute: Decodable {
        let value: AttributeValue

        init(from decoder: any Decoder) throws {
            let field = try decoder.singleValueContainer()
            value =
                if let flag = try? field.decode(Bool.self) {
                    .flag(flag)
                } else if let number = try? field.decode(Double.self) {
                    .number(number)
                } else if let numbers = try? field.decode([Double].self) {
                    .numbers(numbers)
                } else {
                    .text(try field.decode(String.self))
                }
        }
    }
}
