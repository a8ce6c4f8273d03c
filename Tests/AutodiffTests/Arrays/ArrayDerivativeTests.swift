import Autodiff
import Testing

/// First and second derivatives of array ops against PyTorch.
@Suite struct `Derivatives of array ops` {
    private static let cases = ArrayGolden.all.filter { $0.gradients != nil }

    @Test(arguments: cases) func `are PyTorch's`(example: ArrayGolden) throws {
        let truth = try #require(example.gradients).map { try #require($0.tensor) }
        // PyTorch adds in another order, too; the terms are as large as the largest of the numbers.
        let error = try WorstError(example.function().gradient(), truth)
        #expect(error.relative <= 4e-15, "\(error)")
    }

    /// The rules differ from PyTorch's in the order of their products and sums.
    @Test(arguments: cases.filter { $0.products != nil })
    func `are PyTorch's at second order, in both orders of the modes`(example: ArrayGolden) throws {
        let truth = try #require(example.products).map { try #require($0.tensor) }
        for found in try example.function().products(along: example.directions(0)) {
            let error = WorstError(found, truth)
            #expect(error.relative <= 1e-13, "\(error)")
        }
    }

    /// No op of the files of NumPy's values is without PyTorch's derivatives.
    @Test func `are compared for every op`() {
        let compared = Set(Self.cases.filter { $0.products != nil }.map(\.op))
        #expect(Set(ArrayGolden.all.filter(\.smooth).map(\.op)).subtracting(compared).isEmpty)
    }
}
