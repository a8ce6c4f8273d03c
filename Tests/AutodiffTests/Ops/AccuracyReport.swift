import Autodiff
import Foundation
import Testing

/// How far each op is from its golden values, in ulp: `make accuracy`.
@Suite struct `Accuracy` {
    private static let isWanted = ProcessInfo.processInfo.environment["ADJOINT_ACCURACY"] != nil

    @Test(.enabled(if: isWanted)) func `of scalars is reported`() {
        let cases = ElementwiseCase.byOp.merging(ElementwiseCase.byComposite) { first, _ in first }
        for op in Op.allCases {
            guard let golden = cases[op.name] else { continue }
            var worst = [Worst(), Worst(), Worst()]
            let function = OpFunction(op)
            for golden in golden {
                let computed = [
                    [function.value(golden.operands)], function.gradient(golden.operands),
                    function.hessian(golden.operands),
                ]
                for (order, truths) in [[golden.value], golden.gradient, golden.hessian].enumerated() {
                    for (number, truth) in zip(computed[order], truths) {
                        // To the nearest number of the scale of the truth, as the bounds count.
                        worst[order].meet(number, truth, scale: truth, at: "\(golden.operands)")
                    }
                }
            }
            print("ACCURACY \(op.name) | \(worst.map(\.description).joined(separator: " | "))")
        }
    }

    // The references round, too; so errors count in ulp of the largest number of a result.
    @Test(.enabled(if: isWanted)) func `of arrays is reported`() throws {
        for (name, cases) in Dictionary(grouping: ArrayGolden.all, by: \.op).sorted(by: { $0.key < $1.key }) {
            var worst = [Worst(), Worst(), Worst()]
            for example in cases {
                let (function, place) = (try example.function(), example.testDescription)
                worst[0].meet([try function.value().elements], [example.value.tensor], at: place)
                worst[1].meet(try function.gradient(), (example.gradients ?? []).map(\.tensor), at: place)
                let products = (example.products ?? []).map(\.tensor)
                for found in try function.products(along: example.directions(0)) {
                    worst[2].meet(found, products, at: place)
                }
            }
            print("ACCURACY \(name) | \(worst.map(\.description).joined(separator: " | "))")
        }
    }

    @Test(.enabled(if: isWanted)) func `of linear algebra is reported`() throws {
        let cases = Dictionary(grouping: LinearAlgebraCase.all, by: \.op.name)
        for (name, cases) in cases.sorted(by: { $0.key < $1.key }) {
            var worst = [Worst(), Worst(), Worst()]
            for example in cases {
                let (function, place) = (try example.function(), example.testDescription)
                worst[0].meet([try example.signedValue()], [example.result], at: place)
                worst[1].meet(try function.gradient(), example.gradients, at: place)
                for found in try function.products(along: example.directions) {
                    worst[2].meet(found, example.products, at: place)
                }
            }
            print("ACCURACY \(name) | \(worst.map(\.description).joined(separator: " | "))")
        }
    }

    /// The largest error so far, and where it is.
    private struct Worst: CustomStringConvertible {
        var distance = 0.0
        var place = ""

        mutating func meet(_ number: Double, _ truth: Double, scale: Double, at place: String) {
            if number == truth || (number.isNaN && truth.isNaN) { return }
            let distance = abs(number - truth) / scale.ulp
            if distance > self.distance || distance.isNaN { (self.distance, self.place) = (distance, place) }
        }

        mutating func meet(_ arrays: [[Double]], _ truths: [Tensor?], at place: String) {
            for (numbers, truth) in zip(arrays, truths.compactMap { $0 }) {
                // Where all is 0 but for cancellation, the terms are about 1.
                let largest = truth.elements.map(\.magnitude).filter(\.isFinite).max() ?? 0
                let scale = largest < 1e-10 ? 1 : largest
                for (number, truth) in zip(numbers, truth.elements) { meet(number, truth, scale: scale, at: place) }
            }
        }

        var description: String { String(format: "%.3g", distance) + " \(place)" }
    }
}
