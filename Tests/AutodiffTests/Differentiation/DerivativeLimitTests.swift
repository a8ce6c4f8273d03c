import Autodiff
import Testing

@Suite struct `Derivatives that are too large` {
    @Test func `are refused before they are compiled`() throws {
        var graph = Graph()
        var place = graph.appendInput("x", shape: Shape(vectorOf: 10), defaultValue: nil)
        for _ in 0..<20 { place = try graph.append(.tanh, [place], [:]) }
        graph.name(try graph.append(.sum, [place], [:]), "y")
        try graph.select(outputs: ["y"])
        graph.limits.elements = 100
        _ = try Gradient(of: graph)
        graph.limits.elements = 20
        #expect { try Gradient(of: graph) } throws: { ($0 as? GraphError)?.code == .limitExceeded }
    }

    @Test func `are refused where 32 bits do not number them`() throws {
        var graph = Graph()
        let place = graph.appendInput("x", shape: Shape(vectorOf: 1 << 30), defaultValue: nil)
        graph.name(try graph.append(.sum, [try graph.append(.tanh, [place], [:])], [:]), "y")
        try graph.select(outputs: ["y"])
        graph.limits.elements = .max
        #expect { try Gradient(of: graph) } throws: { ($0 as? GraphError)?.code == .limitExceeded }
    }

    @Test func `are refused as matrices`() throws {
        let nodes = [NodeDescription("x", "input", value: Tensor.sample([101])), NodeDescription("y", "sum", ["x"])]
        var limits = GraphLimits()
        limits.elements = 10_000
        let graph = try Graph(nodes: nodes, limits: limits)
        _ = try Jacobian(of: graph)
        #expect { try Hessian(of: graph) } throws: { ($0 as? GraphError)?.code == .limitExceeded }
        let list = Directions(list: Array(repeating: [:], count: 101))
        let vjp = try VJP(of: graph, cotangents: list, wrt: ["x"])
        #expect { try vjp(cotangents: list) } throws: { error in
            guard case .graph(let error)? = error as? PlanError else { return false }
            return error.code == .limitExceeded
        }
    }

    @Test func `are refused as partials of arrays`() throws {
        let nodes = [NodeDescription("x", "input", value: Tensor([1, 2])), NodeDescription("y", "sum", ["x"])]
        let graph = try Graph(nodes: nodes)
        #expect { try Gradient(of: graph, partials: true) } throws: { error in
            let error = error as? GraphError
            return error?.code == .notScalar && error?.place == .request([.field("partials")]) && error?.node == "x"
        }
    }
}
