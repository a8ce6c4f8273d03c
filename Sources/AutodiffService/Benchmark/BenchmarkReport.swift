import Autodiff

/// What was measured of a function: sizes, and times in seconds.
package struct BenchmarkReport: Encodable, Sendable {
    /// The function.
    package let function: Function
    package internal(set) var reading: Reading?
    package internal(set) var value: Execution?
    package internal(set) var gradient: Execution?
    package internal(set) var hessianProduct: Execution?
    package internal(set) var batch: Batch?
    package internal(set) var writing: Writing?
    /// The value and the gradient at the point, or at the first of several.
    package let result: GradientResponse

    init(_ graph: Graph, output: String, _ result: Gradient.Result) {
        function = Function(
            nodes: graph.count, computing: graph.computingCount, inputs: graph.inputs.count, output: output)
        self.result = GradientResponse(result, of: output, partials: false)
    }

    /// How large the function is.
    package struct Function: Encodable, Sendable {
        package let nodes: Int
        /// Nodes but inputs and constants; what times are divided by.
        package let computing: Int
        package let inputs: Int
        package let output: String
    }

    /// From text to the graph, checked.
    package struct Reading: Encodable, Sendable {
        package let bytes: Int
        /// To fields.
        package let decode: Double
        /// From there to the graph.
        package let graph: Double
        package let megabytesPerSecond: Double

        init(bytes: Int, decode: Double, graph: Double) {
            (self.bytes, self.decode, self.graph) = (bytes, decode, graph)
            megabytesPerSecond = Double(bytes) / (decode + graph) / 1e6
        }
    }

    /// A program: how long it takes to make, how large it is, and how long a run takes.
    package struct Execution: Encodable, Sendable {
        package let compile: Double
        package let ops: Int
        package let runs: Int
        package let slots: Int
        package let bytes: Int
        package let bytesPerNode: Double
        package let run: Double
        package let nanosecondsPerNode: Double
        /// How often a run allocates memory, where that was counted: once for what it gives.
        package internal(set) var allocations: Int?

        init(_ size: Program.Size, compile: Double, run: Double, nodes: Int) {
            (self.compile, self.run) = (compile, run)
            (ops, runs, slots, bytes) = (size.ops, size.runs, size.slots, size.bytes)
            bytesPerNode = Double(size.bytes) / Double(max(nodes, 1))
            nanosecondsPerNode = run * 1e9 / Double(max(nodes, 1))
        }
    }

    /// The gradient at many points.
    package struct Batch: Encodable, Sendable {
        package let points: Int
        package let threads: Int
        package let seconds: Double
        package let nanosecondsPerNodeAndPoint: Double

        init(points: Int, threads: Int, seconds: Double, nodes: Int) {
            (self.points, self.threads, self.seconds) = (points, threads, seconds)
            nanosecondsPerNodeAndPoint = seconds * 1e9 / Double(points * max(nodes, 1))
        }
    }

    /// From numbers to the text of the answer.
    package struct Writing: Encodable, Sendable {
        package let numbers: Int
        package let bytes: Int
        package let seconds: Double
        package let megabytesPerSecond: Double

        init(numbers: Int, bytes: Int, seconds: Double) {
            (self.numbers, self.bytes, self.seconds) = (numbers, bytes, seconds)
            megabytesPerSecond = Double(bytes) / seconds / 1e6
        }
    }
}

extension BenchmarkReport {
    /// The report as JSON.
    package func json() throws(Problem) -> [UInt8] { try Answer(json: self).body }
}
