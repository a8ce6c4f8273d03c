import Autodiff
import Testing

/// Reverse mode and programs on graphs that nobody thought up.
@Suite struct `Random graphs` {
    @Test(arguments: 1...60) func `have the gradients that finite differences find`(seed: Int) throws {
        let graph = try RandomGraph(seed: seed).graph()
        let function = OpFunction(graph)
        let point = try graph.inputNumbers([:])
        let gradient = function.gradient(point)
        let scale = gradient.map(\.magnitude).max() ?? 0
        for variable in point.indices {
            let found = FiniteDifference(at: point, of: variable, relativeStep: 1e-3) { function.value($0) }
            #expect(
                abs(gradient[variable] - found.value) <= 10 * found.error + 1e-9 * scale,
                "x\(variable): \(gradient[variable]), differences \(found)")
            #expect(found.error <= 1e-4 * max(scale, 1e-5), "x\(variable): \(found)")
        }
    }

    @Test(arguments: 1...20) func `have the Hessians that finite differences find`(seed: Int) throws {
        let graph = try RandomGraph(seed: seed).graph()
        let function = OpFunction(graph)
        let point = try graph.inputNumbers([:])
        var hessian = function.hessian(point)[...]
        let scale = hessian.map(\.magnitude).max() ?? 0
        for row in point.indices {
            for column in point.indices[row...] {
                let number = hessian.removeFirst()
                let found = FiniteDifference(at: point, of: column, relativeStep: 1e-3) {
                    function.gradient($0)[row]
                }
                #expect(
                    abs(number - found.value) <= 10 * found.error + 1e-9 * scale,
                    "x\(row) x\(column): \(number), differences \(found)")
                #expect(found.error <= 1e-4 * max(scale, 1e-5), "x\(row) x\(column): \(found)")
            }
        }
    }

    @Test func `use every op`() throws {
        var used: Set<String> = []
        for seed in 1...150 { used.formUnion(RandomGraph(seed: seed).nodes.map(\.op)) }
        let wanted = Op.computing.filter { !$0.isConstantByDefinition }.map(\.name)
        #expect(used.isSuperset(of: wanted), "\(Set(wanted).subtracting(used))")
    }

    @Test(arguments: 1...60) func `run compiled to the same bits as node by node`(seed: Int) throws {
        let graph = try RandomGraph(seed: seed).graph()
        let output = try #require(graph.outputs.first)
        let reverse = Reverse(graph, output: output)
        let inputs = try graph.inputNumbers([:])
        let numbers = reverse.graph.scalars()

        let all = (0..<reverse.graph.count).map { NodeIndex($0) }
        let gradient = [output] + graph.inputs.compactMap { reverse.adjoints[Int($0.node)] }
        var slots = 0
        for wanted in [gradient, all] {
            let program = Program.compile(reverse.graph, wanted: wanted)
            var workspace: [Double] = []
            let found = try program.run(inputs: inputs, workspace: &workspace)
            try #require(found.count == wanted.count)
            for (node, number) in zip(wanted, found) {
                let truth = numbers[Int(node)]
                let isSame = number.bitPattern == truth.bitPattern || (number.isNaN && truth.isNaN)
                #expect(isSame, "node \(node), \(reverse.graph.op(of: node).name): \(number), interpreted \(truth)")
            }
            // With fewer nodes wanted, slots are used again.
            #expect(program.workspaceCount > slots)
            slots = program.workspaceCount
        }
    }

    @Test(arguments: 1...60) func `mean the same in any order of nodes`(seed: Int) throws {
        var random = RandomGraph(seed: seed)
        let graph = try random.graph()
        let shuffled = try random.shuffled()
        let (here, there) = (OpFunction(graph), OpFunction(shuffled))
        let (point, shuffledPoint) = (try graph.inputNumbers([:]), try shuffled.inputNumbers([:]))
        #expect(here.value(point).bitPattern == there.value(shuffledPoint).bitPattern)
        let names = shuffled.inputs.map(\.name)
        let other = Dictionary(uniqueKeysWithValues: zip(names, there.gradient(shuffledPoint)))
        let gradient = here.gradient(point)
        let scale = gradient.map(\.magnitude).max() ?? 0
        for (input, number) in zip(graph.inputs, gradient) {
            // The adjoints of a node's uses are summed in another order.
            #expect(abs(number - (other[input.name] ?? .nan)) <= 1e-13 * scale, "\(input.name)")
        }
    }
}
