import Autodiff
import Testing

@Suite struct `Kinks` {
    private func kinks(_ text: String, _ inputs: [String: Tensor]) throws -> [Kink] {
        let graph = try Graph(expression: text, shapes: inputs.mapValues(\.shape))
        var finder = KinkFinder(graph)
        try finder.visit(inputs)
        return finder.kinks
    }

    /// A function of x at a point, and the edge that its op is at there.
    struct Place: Sendable, CustomTestStringConvertible {
        let text: String
        let x: Tensor
        let op: Op
        let edge: Edge?
        var testDescription: String { "\(text) at \(x.elements)" }
    }

    static let places: [Place] = [
        Place(text: "y = abs(x)", x: 0, op: .abs, edge: .kink),
        Place(text: "y = abs(x)", x: Tensor(-0.0), op: .abs, edge: .kink),
        Place(text: "y = abs(x)", x: 1e-300, op: .abs, edge: nil),
        Place(text: "y = relu(x)", x: 0, op: .relu, edge: .kink),
        Place(text: "y = relu(x)", x: -1, op: .relu, edge: nil),
        Place(text: "y = maximum(x, 2)", x: 2, op: .maximum, edge: .tie),
        Place(text: "y = maximum(x, 2)", x: 2.5, op: .maximum, edge: nil),
        Place(text: "y = sqrt(x)", x: 0, op: .sqrt, edge: .domainEdge),
        Place(text: "y = sqrt(x)", x: -1, op: .sqrt, edge: .outsideDomain),
        Place(text: "y = log(x)", x: 0, op: .log, edge: .domainEdge),
        Place(text: "y = log(x)", x: -2, op: .log, edge: .outsideDomain),
        Place(text: "y = log(x)", x: 2, op: .log, edge: nil),
        Place(text: "y = max(x)", x: Tensor([1, 3, 3]), op: .max, edge: .tie),
        Place(text: "y = max(x)", x: Tensor([1, 3, 2]), op: .max, edge: nil),
    ]

    @Test(arguments: places)
    func `are found where ops say`(place: Place) throws {
        let found = try kinks(place.text, ["x": place.x])
        #expect(found.map(\.edge) == (place.edge.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.op == place.op && $0.node == "y" && $0.convention != nil })
    }

    @Test func `of elements are counted, and the first is told`() throws {
        let found = try kinks("y = sqrt(x)", ["x": Tensor([1, -1, 0, 4, -2])])
        #expect(found.map(\.edge) == [.outsideDomain, .domainEdge])
        #expect(found.map(\.count) == [2, 1])
        #expect(found.map(\.element) == [1, 2])
        let broadcast = try kinks("y = maximum(x, 0)", ["x": Tensor([1, 0, 0])])
        #expect(broadcast.map(\.count) == [2] && broadcast.map(\.element) == [1])
    }

    @Test func `come in the order of evaluation, those without a name under what they lead to`() throws {
        let found = try kinks("a = relu(x); b = abs(abs(x) + a) + 1; c = log(b - 1)", ["x": 0])
        #expect(found.map(\.node) == ["a", "b", "b", "c"])
        #expect(found.map(\.op) == [.relu, .abs, .abs, .log])
        #expect(found.allSatisfy { $0.count == nil && $0.element == nil && $0.point == nil && $0.points == nil })
    }

    @Test func `of points are one entry`() throws {
        var finder = KinkFinder(try Graph(expression: "a = abs(x); b = relu(y)"))
        for (point, x) in [1.0, 0, 0, 2].enumerated() {
            try finder.visit(["x": Tensor(x), "y": Tensor(x - 1)], point: point)
        }
        #expect(finder.kinks.map(\.node) == ["a", "b"])
        #expect(finder.kinks.map(\.point) == [1, 0])
        #expect(finder.kinks.map(\.points) == [2, 1])
    }

    @Test func `are none of a function that is smooth`() throws {
        #expect(try kinks("y = sum(exp(x) * tanh(x))", ["x": Tensor([0, 1, -1])]).isEmpty)
    }
}
