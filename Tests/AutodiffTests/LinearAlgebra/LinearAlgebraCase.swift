import Autodiff
import Foundation
import Testing

/// An op of linear algebra at a point, with what scripts/golden/linear_algebra.py found.
struct LinearAlgebraCase: Sendable, Decodable, CustomTestStringConvertible {
    private enum Key: String, CodingKey {
        case op, attributes, operands, value, gradients, products, freeSigns = "free_signs"
    }

    let op: Op
    let attributes: Attributes
    let operands: [Tensor]
    let result: Tensor
    /// The derivatives of the weighted sum with respect to each operand.
    let gradients: [Tensor]
    /// The derivatives of these along the directions.
    let products: [Tensor]
    /// The vectors in the result that LAPACK may negate.
    let freeSigns: FreeSigns?

    /// Which vectors of a matrix are determined but for the sign.
    enum FreeSigns: String, Decodable {
        case columns, rows
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let name = try fields.decode(String.self, forKey: .op)
        guard let op = Op.named(name) else {
            throw DecodingError.dataCorruptedError(forKey: .op, in: fields, debugDescription: "no op \(name)")
        }
        self.op = op
        attributes = Attributes(
            try fields.decode([String: ArrayGolden.Attribute].self, forKey: .attributes).mapValues(\.value))
        func tensors(_ key: Key) throws -> [Tensor] {
            try fields.decode([ArrayGolden.Array].self, forKey: key).map { $0.tensor ?? Tensor(.nan) }
        }
        operands = try tensors(.operands)
        result = try fields.decode(ArrayGolden.Array.self, forKey: .value).tensor ?? Tensor(.nan)
        gradients = try tensors(.gradients)
        products = try tensors(.products)
        freeSigns = try fields.decodeIfPresent(FreeSigns.self, forKey: .freeSigns)
    }

    var testDescription: String { "\(op.name) of \(operands.map(\.shape)) with \(attributes)" }

    /// All cases; none where the file cannot be read, which a test finds.
    static let all: [LinearAlgebraCase] = {
        let data = try? GoldenFile.data("linear_algebra.json")
        return data.flatMap { try? JSONDecoder().decode([LinearAlgebraCase].self, from: $0) } ?? []
    }()

    /// The op, weighted so that it means the same whichever signs LAPACK chose.
    func function() throws -> ArrayFunction {
        let value = try ArrayFunction(op, operands, attributes).value()
        return try ArrayFunction(op, operands, attributes, signs: signs(of: value))
    }

    /// The elements of the value, with the golden signs.
    func signedValue() throws -> [Double] {
        let value = try ArrayFunction(op, operands, attributes).value()
        return zip(value.elements, signs(of: value)).map { $0 * $1 }
    }

    /// Those of scripts/golden/torch_cases.py.
    var directions: [[Double]] {
        operands.enumerated().map { position, operand in
            operand.elements.indices.map { Double(($0 * 3 + position) % 7) / 3 - 0.9 }
        }
    }

    /// 1 for each element of the result, -1 for those of vectors that are the negatives of the golden ones.
    private func signs(of found: Tensor) -> [Double] {
        guard let freeSigns, let width = result.shape.extents.last, result.shape.rank >= 2 else {
            return result.elements.map { _ in 1 }
        }
        let height = result.shape.extents[result.shape.rank - 2]
        func vector(_ place: Int) -> Int {
            let stack = place / (width * height)
            return freeSigns == .rows ? place / width : stack * width + place % width
        }
        var products: [Int: Double] = [:]
        for (place, pair) in zip(found.elements, result.elements).enumerated() {
            products[vector(place), default: 0] += pair.0 * pair.1
        }
        return result.elements.indices.map { products[vector($0), default: 0] < 0 ? -1 : 1 }
    }
}
