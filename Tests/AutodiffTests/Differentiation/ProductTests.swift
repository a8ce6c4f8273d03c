import Autodiff
import Testing

@Suite struct `Products with directions` {
    /// With cotangents c and tangents t, c J t is the same from the left and from the right, to rounding of its terms.
    @Test(arguments: DerivativeSubject.all)
    func `are of one Jacobian`(subject: DerivativeSubject) throws {
        let graph = try subject.graph()
        let tangents = graph.directions(for: graph.inputs.map(\.node), seed: subject.seed)
        let cotangents = graph.directions(for: graph.outputs, seed: subject.seed + 1000)
        let jvp = try JVP(of: graph, tangents: Directions(tangents), report: .outputs)
        let vjp = try VJP(of: graph, cotangents: Directions(cotangents), report: .inputs)
        let right = try jvp(tangents: Directions(tangents)).tangents[0].product(with: cotangents)
        let left = try vjp(cotangents: Directions(cotangents)).gradients[0].product(with: tangents)
        #expect(abs(right.value - left.value) <= 1e-12 * max(right.scale, left.scale))
        #expect(right.scale > 0)
    }

    @Test(arguments: DerivativeSubject.all)
    func `of the Hessian are the Hessian times them`(subject: DerivativeSubject) throws {
        let graph = try subject.scalarGraph()
        let vector = graph.directions(for: graph.inputs.map(\.node), seed: subject.seed)
        let product = try HessianProduct(of: graph, vector: Directions(vector))
        let found = try product(vector: Directions(vector)).products[0]
        let hessian = try Hessian(of: graph)().hessian
        let scale = hessian.numbers.map(\.magnitude).max() ?? 0
        for (row, found) in zip(hessian, found) {
            for (element, number) in found.tensor.elements.enumerated() {
                let terms = row.derivatives.map { block in
                    let width = graph.shape(ofInput: block.name).count
                    return zip(
                        block.tensor.elements[element * width..<(element + 1) * width],
                        vector[block.name]?.elements ?? []
                    ).map { $0 * $1 }.reduce(0, +)
                }
                #expect(abs(number - terms.reduce(0, +)) <= 1e-12 * max(scale, 1), "\(row.name) \(element)")
            }
        }
    }

    /// The Hessian of a sum of weighted elements of all outputs is that of a scalar.
    @Test(arguments: DerivativeSubject.all)
    func `of a weighted sum are those of the sum`(subject: DerivativeSubject) throws {
        let graph = try subject.graph()
        let vector = graph.directions(for: graph.inputs.map(\.node), seed: subject.seed)
        let weights = graph.directions(for: graph.outputs, seed: subject.seed + 1000)
        let product = try WeightedHessianProduct(
            of: graph, cotangents: Directions(weights), vector: Directions(vector))
        let found = try product(cotangents: weights, vector: vector)
        let vjp = try VJP(of: graph, cotangents: Directions(weights), report: .inputs)
        let other = graph.directions(for: graph.inputs.map(\.node), seed: subject.seed + 2000)
        // It is symmetric, linear in the weights, and as long as the gradient.
        let mirrored = try product(cotangents: weights, vector: other)
        let (right, left) = (found.product(with: other), mirrored.product(with: vector))
        #expect(abs(right.value - left.value) <= 1e-11 * max(right.scale, left.scale, 1))
        let gradient = try vjp(cotangents: Directions(weights)).gradients[0]
        #expect(found.map(\.tensor.shape) == gradient.map(\.tensor.shape))
        let doubled = try product(
            cotangents: weights.mapValues { Tensor(shape: $0.shape, elements: $0.elements.map { 2 * $0 }) ?? $0 },
            vector: vector)
        #expect(doubled.map { $0.tensor.elements } == found.map { $0.tensor.elements.map { 2 * $0 } })
    }

    @Test func `come one for each direction`() throws {
        let graph = try Graph(expression: "u = x*y; v = x + y", outputs: ["u", "v"])
        let point: [String: Tensor] = ["x": 3, "y": 4]
        let cotangents = Directions(list: [["u": 1], ["v": 2], ["u": 1, "v": 2], [:]])
        let rows = try VJP(of: graph, cotangents: cotangents, report: .inputs)(point, cotangents: cotangents).gradients
        #expect(rows.map { $0.map(\.tensor) } == [[4, 3], [2, 2], [6, 5], [0, 0]])
        let tangents = Directions(list: [["x": 1], ["y": 1]])
        let columns = try JVP(of: graph, tangents: tangents, report: .outputs)(point, tangents: tangents).tangents
        #expect(columns.map { $0.map(\.tensor) } == [[4, 1], [3, 1]])
        let none = try JVP(of: graph, tangents: Directions(list: []))(point, tangents: Directions(list: []))
        #expect(none.tangents.isEmpty && none.values.map(\.tensor) == [3, 4, 12, 7])
    }

    @Test func `are refused where they do not fit`() throws {
        let graph = try Graph(expression: "y = alpha*x")
        func error(_ body: () throws -> Void) -> GraphError? {
            do { try body() } catch let error as GraphError { return error } catch PlanError.graph(let error) {
                return error
            } catch { return nil }
            return nil
        }
        let unknown = error { _ = try VJP(of: graph, cotangents: ["alhpa": 1]) }
        #expect(unknown?.code == .unknownID && unknown?.suggestion == "alpha")
        #expect(unknown?.place == .request([.field("cotangents"), .field("alhpa")]))
        let notInput = error { _ = try JVP(of: graph, tangents: Directions(list: [["x": 1], ["y": 1]])) }
        #expect(notInput?.code == .unknownInput)
        #expect(notInput?.place == .request([.field("tangents"), .element(1), .field("y")]))
        let shape = error {
            _ = try HessianProduct(of: graph, vector: ["x": 1])(["x": 1, "alpha": 1], vector: ["x": Tensor([1, 2])])
        }
        #expect(shape?.code == .shapeMismatch && shape?.place == .request([.field("vector"), .field("x")]))
        let other = error { _ = try JVP(of: graph, tangents: ["x": 1])(["x": 1, "alpha": 1], tangents: ["alpha": 1]) }
        #expect(other?.code == .unknownID)
        let interior = error { _ = try Hessian(of: graph, wrt: ["x", "y"]) }
        #expect(interior?.code == .unknownInput && interior?.place == .request([.field("wrt"), .element(1)]))
    }
}

extension Graph {
    fileprivate func shape(ofInput name: String) -> Shape {
        inputs.first { $0.name == name }.map { shape(of: $0.node) } ?? .scalar
    }
}
