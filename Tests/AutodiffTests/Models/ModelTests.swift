import Autodiff
import Testing

/// Models as they are used, against numbers of 60 digits.
///
/// The bound is 2e-13 of the largest element of each array: the longest model, 50 steps of Runge and Kutta, takes some
/// thousand roundings of 1e-16.
@Suite struct `Models` {
    static let bound = 2e-13

    @Test func `are all there`() {
        #expect(
            Model.all.map(\.answer.name) == [
                "black-scholes", "logistic-regression", "mlp", "rosenbrock", "lotka-volterra", "kepler",
            ])
    }

    @Test(arguments: Model.all) func `have their gradients`(model: Model) throws {
        let result = try Gradient(of: model.graph(), wrt: model.request.wrt)(model.inputs)
        #expect(abs(result.value - model.answer.value) <= Self.bound * abs(model.answer.value))
        #expect(result.gradients.map(\.name) == model.request.wrt)
        for gradient in result.gradients { try check(gradient.tensor, model.answer.gradients[gradient.name]) }
    }

    @Test(arguments: Model.all.filter { $0.answer.hessian != nil })
    func `have their Hessians`(model: Model) throws {
        let result = try Hessian(of: model.graph(), wrt: model.request.wrt)(model.inputs)
        #expect(abs(result.value - model.answer.value) <= Self.bound * abs(model.answer.value))
        for gradient in result.gradients { try check(gradient.tensor, model.answer.gradients[gradient.name]) }
        for row in result.hessian {
            for block in row.derivatives { try check(block.tensor, model.answer.hessian?[row.name]?[block.name]) }
        }
    }

    @Test(arguments: Model.all, [Jacobian.Mode.forward, .reverse])
    func `have their Jacobians`(model: Model, mode: Jacobian.Mode) throws {
        let rows = try Jacobian(of: model.graph(), wrt: model.request.wrt, mode: mode)(model.inputs).jacobian
        try #require(rows.count == 1)
        #expect(rows[0].derivatives.map(\.name) == model.request.wrt)
        for block in rows[0].derivatives { try check(block.tensor, model.answer.gradients[block.name]) }
    }

    @Test(arguments: Model.all) func `have their products with directions`(model: Model) throws {
        let graph = try model.graph()
        let directions = Directions(model.directions)
        let terms = model.request.wrt.flatMap { name in
            zip(model.answer.gradients[name]?.tensor.elements ?? [], model.directions[name]?.elements ?? []).map(*)
        }
        let (truth, scale) = (terms.reduce(0, +), terms.reduce(0) { $0 + abs($1) })
        let forward = try JVP(of: graph, tangents: directions, report: .outputs)(model.inputs, tangents: directions)
        let tangent = try #require(forward.tangents.first?.first?.tensor.scalar)
        #expect(abs(tangent - truth) <= Self.bound * scale)

        let output = try #require(graph.namedNodes.last?.name)
        let reverse = try VJP(of: graph, cotangents: [output: -2], wrt: model.request.wrt)(
            model.inputs, cotangents: [output: -2])
        for gradient in try #require(reverse.gradients.first) {
            try check(gradient.tensor, model.answer.gradients[gradient.name], times: -2)
        }
    }

    @Test(arguments: Model.all.filter { $0.answer.hessian != nil })
    func `have their products with Hessians`(model: Model) throws {
        let vector = Directions(model.directions)
        let products = try HessianProduct(of: model.graph(), wrt: model.request.wrt, vector: vector)(
            model.inputs, vector: vector
        ).products
        for product in try #require(products.first) {
            let blocks = try #require(model.answer.hessian?[product.name])
            for (row, number) in product.tensor.elements.enumerated() {
                let terms = blocks.flatMap { name, block in
                    let factors = model.directions[name]?.elements ?? []
                    let elements = block.tensor.elements[row * factors.count..<(row + 1) * factors.count]
                    return zip(elements, factors).map(*)
                }
                let scale = terms.reduce(0) { $0 + abs($1) }
                #expect(abs(number - terms.reduce(0, +)) <= Self.bound * scale, "\(product.name) \(row)")
            }
        }
    }

    private func check(_ tensor: Tensor, _ golden: Model.Numbers?, times factor: Double = 1) throws {
        let truth = try #require(golden?.tensor)
        #expect(tensor.shape == truth.shape)
        let scale = truth.elements.map(\.magnitude).max() ?? 0
        for (number, truth) in zip(tensor.elements, truth.elements) {
            let error = abs(number - factor * truth)
            #expect(error <= Self.bound * abs(factor) * scale, "\(number), not \(factor * truth)")
        }
    }
}
