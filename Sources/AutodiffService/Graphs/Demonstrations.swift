import Autodiff

/// The graphs that every server has: what tutorials ask for by name, and what shows at a glance what there is.
enum Demonstrations {
    /// In the order in which they are listed; clients that test a server take the first.
    static func graphs() -> [RegisteredGraph] {
        list.compactMap { name, registration in
            // That all of them compile is tested.
            try? RegisteredGraph(name: name, registration, limits: GraphLimits())
        }
    }

    static let list: [(name: String, registration: GraphRegistration)] = [
        ("forward", registration("y = 2*x", ["x": 0], "Twice its input: the hello world of UM-Bridge.")),
        (
            "posterior",
            registration(
                "log_density = -(x^2/4 + (y - 1 + x^2/4)^2)/2", ["x": 0, "y": 0],
                "Logarithm of a density, up to a constant, in the shape of a banana: something to sample.")
        ),
        (
            "rosenbrock",
            registration(
                "y = sum(100*(x[1:] - x[:-1]^2)^2 + (1 - x[:-1])^2)",
                ["x": Tensor(shape: Shape(vectorOf: 3), repeating: 0)],
                "Rosenbrock's valley in three dimensions: something to minimise; the minimum is at 1, 1, 1.")
        ),
        (
            "seed",
            registration(
                "e = a*b\nd = c + e\nl = d*f\no = tanh(l)", ["a": 0.4, "b": 0.8, "c": 1, "f": -1.5],
                "A neuron: the function of the README.")
        ),
    ]

    private static func registration(
        _ expression: String, _ inputs: [String: Tensor], _ description: String
    ) -> GraphRegistration {
        var registration = GraphRegistration(.expression(expression))
        registration.inputs = inputs
        registration.description = description
        return registration
    }
}
