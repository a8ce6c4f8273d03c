import Autodiff

/// An op, or a small graph, as a function of its inputs, with its first and second derivatives as programs.
///
/// The second derivatives come from differentiating the first as any other graph.
struct OpFunction {
    /// A way to compute numbers of a graph, some of which may be identically 0.
    private struct Numbers {
        let program: Program
        let isPresent: [Bool]

        init(_ graph: Graph, _ nodes: [NodeIndex?]) {
            program = Program.compile(graph, wanted: nodes.compactMap { $0 })
            isPresent = nodes.map { $0 != nil }
        }

        func callAsFunction(_ operands: [Double]) -> [Double] {
            var workspace: [Double] = []
            var numbers = ((try? program.run(inputs: operands, workspace: &workspace)) ?? [])[...]
            return isPresent.map { $0 ? numbers.removeFirst() : 0 }
        }
    }

    private let valueNumbers: Numbers
    private let gradientNumbers: Numbers
    private let hessianNumbers: [Numbers]

    /// An op of variable operands, all that it takes where it is not said how many.
    init(_ op: Op, operandCount: Int? = nil) {
        var graph = Graph()
        let operands = (0..<(operandCount ?? op.arity)).map {
            graph.appendInput("x\($0)", shape: .scalar, defaultValue: nil)
        }
        let result = (try? graph.append(op, operands, [:])) ?? 0
        self.init(graph, result: result)
    }

    /// The first output of a graph.
    init(_ graph: Graph) { self.init(graph, result: graph.outputs[0]) }

    private init(_ graph: Graph, result: NodeIndex) {
        let operands = graph.inputs.map(\.node)
        let reverse = Reverse(graph, output: result)
        let adjoints = operands.map { reverse.adjoints[Int($0)] }
        valueNumbers = Numbers(graph, [result])
        gradientNumbers = Numbers(reverse.graph, adjoints)
        hessianNumbers = adjoints.enumerated().map { row, adjoint in
            let columns = operands[row...]
            guard let adjoint else { return Numbers(reverse.graph, columns.map { _ in nil }) }
            let second = Reverse(reverse.graph, output: adjoint)
            return Numbers(second.graph, columns.map { second.adjoints[Int($0)] })
        }
    }

    func value(_ operands: [Double]) -> Double { valueNumbers(operands)[0] }
    func gradient(_ operands: [Double]) -> [Double] { gradientNumbers(operands) }
    /// The upper triangle, row by row.
    func hessian(_ operands: [Double]) -> [Double] { hessianNumbers.flatMap { $0(operands) } }
}

extension Op {
    /// The elementwise ops.
    static let computing = allCases.filter(\.isElementwise)

    /// Whether an operand is a whole number, without neighbours to take a difference with.
    func isWhole(_ operand: Int) -> Bool { operands[operand].isWhole }
}
