/// The graphs that every server has: what tutorials ask for by name, and what shows at a glance what there is.
enum Demonstrations {
    /// In the order in which they are listed; clients that test a server take the first.
    static func graphs() -> [RegisteredGraph] {
        list.compactMap { name, source in
            // That all of them compile is tested.
            try? RegisteredGraph(name: name, source: Array(source.utf8), limits: ReadingLimits())
        }
    }

    /// The registrations, as they could be sent.
    static let list: [(name: String, source: String)] = [
        (
            "forward",
            #"""
            {"expression": "y = 2*x", "inputs": {"x": 0}, "description": "Twice its input: the hello world of UM-Bridge."}
            """#
        ),
        (
            "posterior",
            #"""
            {"expression": "log_density = -(x^2/4 + (y - 1 + x^2/4)^2)/2", "inputs": {"x": 0, "y": 0},
            "description": "Logarithm of a density, up to a constant, in the shape of a banana: something to sample."}
            """#
        ),
        (
            "rosenbrock",
            #"""
            {"expression": "y = sum(100*(x[1:] - x[:-1]^2)^2 + (1 - x[:-1])^2)", "inputs": {"x": [0, 0, 0]},
            "description": "Rosenbrock's valley in three dimensions: something to minimise; the minimum is at 1, 1, 1."}
            """#
        ),
        (
            "seed",
            #"""
            {"expression": "e = a*b\nd = c + e\nl = d*f\no = tanh(l)", "inputs": {"a": 0.4, "b": 0.8, "c": 1, "f": -1.5},
            "description": "A neuron: the function of the README."}
            """#
        ),
    ]
}
