/// Points at which a function is run one by one: the leading axis of some inputs runs over them, all share the others.
///
/// ```swift
/// let batch = try Batch(["x"], of: ["x": Tensor([1, 2, 3]), "w": 0.5])
/// let gradient = try Gradient(of: Graph(expression: "y = sin(w*x)", shapes: batch.shapes))
/// let total = try batch.run(reduce: .sum) { point throws(PlanError) in try gradient(point.bindings) }
/// ```
public struct Batch: Sendable {
    /// How the results of the points become one.
    public enum Reduction: String, CaseIterable, Sendable {
        /// Added, in a fixed order: neighbours first, then neighbouring pairs, and so on.
        case sum
        /// The sum, divided by the number of points.
        case mean
    }

    /// One of the points.
    public struct Point: Sendable {
        let batch: Batch
        /// Which of the points it is.
        public let index: Int

        /// What is bound to inputs at this point.
        public var bindings: [String: Tensor] {
            var bindings = batch.inputs
            for name in batch.names { bindings[name] = bindings[name]?.row(index) }
            return bindings
        }

        /// The directions at this point: an array with one axis more than its node has a part for each point.
        public func directions(_ directions: Directions, in graph: Graph) -> Directions {
            directions.map { name, tensor in
                guard let node = graph.namedNodes.node(named: name),
                    batch.isSplit(tensor, graph.shape(of: node))
                else { return tensor }
                return tensor.row(index)
            }
        }
    }

    /// How many points there are.
    public let count: Int
    let names: [String]
    let inputs: [String: Tensor]

    /// Takes apart what is bound to inputs.
    ///
    /// - Parameters:
    ///   - names: The inputs whose leading axis runs over points.
    ///   - inputs: What is bound to inputs.
    /// - Throws: Where no input is named, one is a scalar, the leading extents differ, or there are no points.
    public init(_ names: [String], of inputs: [String: Tensor]) throws(GraphError) {
        self.names = names
        self.inputs = inputs
        var first: (name: String, extent: Int)?
        for (position, name) in names.enumerated() {
            // A name without an array is told apart once the function is known.
            guard let tensor = inputs[name] else { continue }
            guard let extent = tensor.shape.extents.first else {
                throw GraphError(
                    .shapeMismatch, "Input \"\(name)\" is a scalar, so it has no leading axis that runs over points.",
                    at: .request([.field("batch"), .element(position)]), node: name)
            }
            if let first, first.extent != extent {
                throw GraphError(
                    .shapeMismatch,
                    "Input \"\(name)\" has \(extent) points, but \"\(first.name)\" has \(first.extent).",
                    at: .inputs([.field(name)]), node: name)
            }
            if extent == 0 {
                throw GraphError(
                    .shapeMismatch, "Input \"\(name)\" has no points; give at least one.",
                    at: .inputs([.field(name)]), node: name)
            }
            first = first ?? (name, extent)
        }
        if names.isEmpty {
            throw GraphError(
                .missingInput, "`batch` names no input; leave it out or list inputs.", at: .request([.field("batch")]))
        }
        count = first?.extent ?? 0
    }

    /// Whether an array that is bound to, or a direction of, a node of a shape has a part for each point.
    func isSplit(_ tensor: Tensor, _ shape: Shape) -> Bool {
        tensor.shape.extents.first == count && tensor.shape.extents.dropFirst().elementsEqual(shape.extents)
    }

    /// The point of an index under `count`.
    public subscript(_ index: Int) -> Point { Point(batch: self, index: index) }

    /// The shapes that the function sees: those of a point.
    public var shapes: [String: Shape] {
        var shapes = inputs.mapValues(\.shape)
        for name in names {
            if let shape = shapes[name] { shapes[name] = Shape(Array(shape.extents.dropFirst())) }
        }
        return shapes
    }

    /// Checks that what is named are inputs of a function, with something bound to them.
    public func check(_ graph: Graph) throws(GraphError) {
        _ = try graph.inputs(named: names) { .request([.field("batch"), .element($0)]) }
        for (position, name) in names.enumerated() where inputs[name] == nil {
            throw GraphError(
                .missingInput, "Input \"\(name)\" runs over points, so bind an array of them in `inputs`.",
                at: .request([.field("batch"), .element(position)]), node: name)
        }
    }
}

extension Tensor {
    /// The part at a place of the leading axis.
    fileprivate func row(_ index: Int) -> Tensor {
        let shape = Shape(Array(shape.extents.dropFirst())) ?? .scalar
        let part = elements[index * shape.count..<(index + 1) * shape.count]
        return Tensor(shape: shape, elements: Array(part)) ?? Tensor(.nan)
    }
}

extension Directions {
    fileprivate func map(_ transform: (String, Tensor) -> Tensor) -> Directions {
        let maps = maps.map { map in
            Dictionary(uniqueKeysWithValues: map.map { ($0.key, transform($0.key, $0.value)) })
        }
        return isList ? Directions(list: maps) : Directions(maps.first ?? [:])
    }
}
