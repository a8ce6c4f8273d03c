/// A gradient compared with differences of values, compiled: made once, run at many points.
public struct GradientCheck: Sendable {
    /// How much the two may differ.
    public struct Tolerance: Sendable {
        /// As a part of the larger of the two.
        public var relative: Double
        /// By itself.
        public var absolute: Double

        /// Makes a tolerance.
        public init(relative: Double = 1e-5, absolute: Double = 1e-8) {
            self.relative = relative
            self.absolute = absolute
        }
    }

    /// What was found for an input.
    public struct Entry: Sendable {
        /// The name of the input.
        public let name: String
        /// The derivative, as `Gradient` finds it.
        public let analytic: Tensor
        /// The derivative, as differences of values have it.
        public let numeric: Tensor
        /// About how far the differences may be from the truth; nothing where the step was chosen.
        public let uncertainty: Tensor?
        /// The element that is worst, measured by what is tolerated; nothing where there are no elements.
        public let worst: Int?
        /// Whether every element differs by no more than is tolerated.
        public let passed: Bool
    }

    /// What a run gives.
    public struct Result: Sendable {
        /// The value of the output.
        public let value: Double
        /// The inputs.
        public let entries: [Entry]
        /// Whether all passed.
        public var passed: Bool { entries.allSatisfy(\.passed) }
        /// The first node whose value or gradient is not finite.
        public let warning: NonFinite?
    }

    /// The id of the output.
    public var output: String { gradient.output }
    private let gradient: Gradient
    private let plan: Plan
    /// The inputs, and where the elements of each start among all.
    private let inputs: [(name: String, shape: Shape, start: Int)]

    /// Differentiates and compiles.
    ///
    /// - Parameters:
    ///   - graph: The function.
    ///   - output: The id of the scalar to differentiate, where there are several outputs.
    ///   - wrt: The inputs to check; if nothing, all.
    /// - Throws: An id that no node or input has, or an output that is no scalar or not chosen.
    public init(of graph: Graph, output: String? = nil, wrt: [String]? = nil) throws(GraphError) {
        let node = try graph.scalarOutput(output).node
        let chosen = try graph.inputs(named: wrt) { .request([.field("wrt"), .element($0)]) }
        gradient = try Gradient(of: graph, output: output, wrt: chosen.map(\.name), report: .none)
        plan = try Plan(graph, wanted: [node])
        var starts: [NodeIndex: Int] = [:]
        var start = 0
        for input in graph.inputs {
            starts[input.node] = start
            start += graph.shape(of: input.node).count
        }
        inputs = chosen.map { ($0.name, graph.shape(of: $0.node), starts[$0.node] ?? 0) }
    }

    /// Runs at a point.
    ///
    /// - Parameters:
    ///   - bindings: What is bound to inputs; defaults serve for the others.
    ///   - step: The step of the differences; if nothing, steps are found, and an estimate of the error comes along.
    ///   - tolerance: How much the two may differ.
    /// - Returns: What was found.
    /// - Throws: What is wrong with the bindings.
    public func callAsFunction(
        _ bindings: [String: Tensor] = [:], step: Double? = nil, tolerance: Tolerance = Tolerance()
    ) throws(PlanError) -> Result {
        try run(bindings, step: step, tolerance: tolerance, deadline: Unlimited())
    }

    package func run(
        _ bindings: [String: Tensor], step: Double?, tolerance: Tolerance, deadline: some Deadline
    ) throws(PlanError) -> Result {
        let result = try gradient.run(bindings, deadline: deadline)
        var point = try plan.inputs(bindings)
        var workspace: [Double] = []
        var entries: [Entry] = []
        for (input, analytic) in zip(inputs, result.gradients) {
            var differences: [CentralDifference] = []
            for place in input.start..<input.start + input.shape.count {
                let x = point[place]
                func value(_ moved: Double) throws(PlanError) -> Double {
                    if deadline.hasPassed { throw .deadlinePassed }
                    point[place] = moved
                    defer { point[place] = x }
                    return try plan.run(inputs: point, &workspace, deadline: deadline)[0].scalar ?? .nan
                }
                if let step {
                    differences.append(try CentralDifference(at: x, step: step, value))
                } else {
                    differences.append(try CentralDifference(at: x, value))
                }
            }
            entries.append(Entry(input.name, analytic.tensor, differences, tolerance))
        }
        return Result(value: result.value, entries: entries, warning: result.warning)
    }
}

extension GradientCheck.Entry {
    fileprivate init(
        _ name: String, _ analytic: Tensor, _ differences: [CentralDifference], _ tolerance: GradientCheck.Tolerance
    ) {
        func tensor(_ elements: [Double]) -> Tensor? { Tensor(shape: analytic.shape, elements: elements) }
        let uncertainties = differences.compactMap(\.uncertainty)
        self.name = name
        self.analytic = analytic
        numeric = tensor(differences.map(\.value)) ?? Tensor(.nan)
        uncertainty = uncertainties.isEmpty ? nil : tensor(uncertainties)
        // The error as a part of what is tolerated: that the differences are uncertain is no fault of the gradient.
        let ratios = zip(analytic.elements, differences).map { exact, difference in
            if exact == difference.value { return 0.0 }
            let scale = max(exact.magnitude, difference.value.magnitude)
            let tolerated = tolerance.absolute + tolerance.relative * scale + (difference.uncertainty ?? 0)
            let ratio = abs(exact - difference.value) / tolerated
            return ratio.isNaN ? .infinity : ratio
        }
        worst = ratios.indices.max { ratios[$0] < ratios[$1] }
        passed = ratios.allSatisfy { $0 <= 1 }
    }

    /// The absolute error of the worst element, and that as a part of the larger of the two numbers.
    public var error: (absolute: Double, relative: Double) {
        guard let worst else { return (0, 0) }
        let (exact, found) = (analytic.elements[worst], numeric.elements[worst])
        if exact == found { return (0, 0) }
        let difference = abs(exact - found)
        return (difference, difference / max(exact.magnitude, found.magnitude))
    }
}
