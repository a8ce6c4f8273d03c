import Autodiff

/// A graph of random ops on arrays of random shapes, with a scalar and an array as its outputs.
struct RandomArrayGraph {
    private(set) var graph = Graph()

    init(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var places: [NodeIndex] = []
        for (position, extents) in [[], [3], [2, 3], [3, 3]].enumerated() {
            let tensor = Tensor.sample(extents, from: 0.2 + 0.1 * Double(position))
            let place = graph.appendInput("x\(position)", shape: tensor.shape, defaultValue: tensor.elements)
            graph.name(place, "x\(position)")
            places.append(place)
        }
        let ops: [(op: Op, count: Int, attributes: Attributes)] = [
            (.add, 2, [:]), (.multiply, 2, [:]), (.matmul, 2, [:]), (.sin, 1, [:]), (.exp, 1, [:]), (.square, 1, [:]),
            (.sum, 1, ["axis": 0]), (.sum, 1, ["axis": -1, "keepdims": true]), (.permuteDims, 1, [:]),
            (.slice, 1, ["axis": -1, "step": -2]), (.concat, 2, [:]), (.max, 1, ["axis": 0]),
        ]
        while places.count < 24 {
            guard let choice = ops.randomElement(using: &generator) else { break }
            let operands = (0..<choice.count).compactMap { _ in places.suffix(8).randomElement(using: &generator) }
            // Most choices of operands do not fit.
            guard let place = try? graph.append(choice.op, operands, choice.attributes) else { continue }
            // Bounded, so that no number outgrows the others.
            let bounded = try graph.append(.tanh, [place], [:])
            graph.name(bounded, "n\(places.count)")
            places.append(bounded)
        }
        // A sum over everything, so that everything matters to it.
        var total = try graph.append(.sum, [places[0]], [:])
        for place in places.dropFirst() {
            total = try graph.append(.add, [total, try graph.append(.sum, [place], [:])], [:])
        }
        graph.name(total, "total")
        try graph.select(outputs: ["n\(places.count - 1)", "n\(places.count - 3)", "total"])
    }
}
