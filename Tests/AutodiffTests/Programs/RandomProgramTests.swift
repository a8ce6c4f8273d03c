import Autodiff
import Testing

/// Derivatives of programs that nobody thought up, over every op that is smooth somewhere.
@Suite struct `Random programs` {
    static let seeds = 1...60

    /// Forward and reverse mode have one Jacobian: c J t is the same from both sides, to rounding of its terms.
    @Test(arguments: seeds) func `have one Jacobian in both modes`(seed: Int) throws {
        let graph = try RandomProgram(seed: seed).graph()
        let tangents = graph.directions(for: graph.inputs.map(\.node), seed: seed)
        let cotangents = graph.directions(for: graph.outputs, seed: seed + 1000)
        let jvp = try JVP(of: graph, tangents: Directions(tangents), report: .outputs)
        let vjp = try VJP(of: graph, cotangents: Directions(cotangents), report: .inputs)
        let right = try jvp(tangents: Directions(tangents)).tangents[0].product(with: cotangents)
        let left = try vjp(cotangents: Directions(cotangents)).gradients[0].product(with: tangents)
        #expect(abs(right.value - left.value) <= 1e-12 * max(right.scale, left.scale))
        #expect(right.scale > 0)
    }

    /// Products with a Hessian are symmetric, u H v = v H u; the matrix that `Hessian` gives is made so.
    @Test(arguments: seeds) func `have symmetric Hessians`(seed: Int) throws {
        let graph = try RandomProgram(seed: seed).scalarGraph()
        let vectors = [seed, seed + 1000].map { graph.directions(for: graph.inputs.map(\.node), seed: $0) }
        let list = Directions(list: vectors)
        let products = try HessianProduct(of: graph, vector: list)(vector: list).products
        let (here, there) = (products[0].product(with: vectors[1]), products[1].product(with: vectors[0]))
        #expect(abs(here.value - there.value) <= 1e-11 * max(here.scale, there.scale))
        #expect(here.scale > 0)
    }

    /// Along a direction v, f(x + h v) - f - h g v shrinks by 4 as h is halved, and less h^2/2 v H v by 8.
    @Test(arguments: seeds) func `have derivatives that Taylor's theorem holds for`(seed: Int) throws {
        let program = try RandomProgram(seed: seed)
        let graph = try program.scalarGraph()
        let ops = Comment(rawValue: Set(program.nodes.map(\.op)).sorted().joined(separator: " "))
        let point = Dictionary(uniqueKeysWithValues: graph.inputs.map { ($0.name, graph.defaultTensor(of: $0)) })
        let direction = graph.directions(for: graph.inputs.map(\.node), seed: seed)
        let vector = Directions(direction)
        let second = try HessianProduct(of: graph, vector: vector, report: .inputs)(vector: vector)
        let slope = second.gradients.product(with: direction).value
        let curvature = second.products[0].product(with: direction).value
        let evaluation = try Evaluation(of: graph, report: .outputs)
        func value(at step: Double) throws -> Double {
            let moved = point.merging(direction) { x, v in
                Tensor(shape: x.shape, elements: zip(x.elements, v.elements).map { $0 + step * $1 }) ?? 0
            }
            return try evaluation(moved).values[0].tensor.scalar ?? .nan
        }
        // Sums of some ten numbers of about 1, each right to some ulp; a hundred times that, for a ratio of 1%.
        let rounding = 1e-12
        let first = try TaylorRemainder([second.value, slope], rounding: rounding, value)
        #expect(abs(try #require(first.order) - 2) <= 0.2, ops)
        let last = try TaylorRemainder([second.value, slope, curvature], rounding: rounding, value)
        #expect(abs(try #require(last.order) - 3) <= 0.2, ops)
    }

    @Test(arguments: seeds) func `mean the same in any order of nodes`(seed: Int) throws {
        var program = try RandomProgram(seed: seed)
        let here = try Gradient(of: program.scalarGraph(), report: .inputs)()
        let there = try Gradient(of: program.shuffledGraph(), report: .inputs)()
        #expect(here.value.bitPattern == there.value.bitPattern)
        let other = Dictionary(uniqueKeysWithValues: there.gradients.map { ($0.name, $0.tensor) })
        for gradient in here.gradients {
            let scale = gradient.tensor.elements.map(\.magnitude).max() ?? 0
            for (number, truth) in zip(gradient.tensor.elements, try #require(other[gradient.name]).elements) {
                // The adjoints of a node's uses are summed in another order.
                #expect(abs(number - truth) <= 1e-13 * scale, "\(gradient.name)")
            }
        }
    }

    @Test(arguments: seeds) func `run compiled to the same bits as node by node`(seed: Int) throws {
        let graph = try RandomProgram(seed: seed).scalarGraph()
        let reverse = Reverse(graph, output: graph.outputs[0])
        var numbers = NodeNumbers()
        try Interpreter.extend(&numbers, by: reverse.graph, through: NodeIndex(reverse.graph.count - 1))
        let gradient = graph.outputs + graph.inputs.compactMap { reverse.adjoints[Int($0.node)] }
        for wanted in [gradient, (0..<reverse.graph.count).map { NodeIndex($0) }] {
            var workspace: [Double] = []
            let inputs = graph.inputs.flatMap { $0.defaultValue ?? [] }
            let found = try Program.compile(reverse.graph, wanted: wanted).run(inputs: inputs, workspace: &workspace)
            let truth = wanted.flatMap { Array(numbers[$0]) }
            try #require(found.count == truth.count)
            for (number, truth) in zip(found, truth) {
                #expect(number.bitPattern == truth.bitPattern || (number.isNaN && truth.isNaN))
            }
        }
    }

    /// Derivatives have the ops that only they are made of.
    @Test func `use every op`() throws {
        var used: Set<Op> = []
        for seed in Self.seeds {
            let program = try RandomProgram(seed: seed)
            used.formUnion(program.nodes.compactMap { Op.named($0.op) })
            let graph = try program.scalarGraph()
            let forward = Forward(graph, seeds: graph.inputs.map { (node: $0.node, tangent: $0.node) })
            let tangent = try #require(forward.tangents[Int(graph.outputs[0])])
            let derived = Reverse(forward.graph, output: tangent).graph
            used.formUnion((0..<derived.count).map { derived.op(of: NodeIndex($0)) })
        }
        // Functions with derivatives of their own need not have the ones that are true.
        #expect(Set(Op.allCases).subtracting(used) == SmoothCall.exceptions.union([.withDerivatives]))
    }
}

extension Graph {
    fileprivate func defaultTensor(of input: Input) -> Tensor {
        Tensor(shape: shape(of: input.node), elements: input.defaultValue ?? []) ?? 0
    }
}
