import Foundation
import Testing

/// What `adjoint bench --json` prints, as far as it does not change from run to run.
private struct Report: Decodable {
    struct Function: Decodable, Equatable {
        let nodes: Int
        let computing: Int
        let inputs: Int
        let output: String
    }

    struct Reading: Decodable {
        let bytes: Int
        let decode: Double
        let graph: Double
        let megabytesPerSecond: Double
    }

    struct Execution: Decodable {
        let compile: Double
        let ops: Int
        let runs: Int
        let bytes: Int
        let bytesPerNode: Double
        let run: Double
        let nanosecondsPerNode: Double
    }

    struct Batch: Decodable {
        let points: Int
        let threads: Int
        let seconds: Double
        let nanosecondsPerNodeAndPoint: Double
    }

    struct Writing: Decodable {
        let numbers: Int
        let bytes: Int
    }

    struct Result: Decodable {
        let value: Double
        let gradients: [String: Double]
    }

    let function: Function
    let reading: Reading?
    let value: Execution?
    let gradient: Execution?
    let hessianProduct: Execution?
    let batch: Batch?
    let writing: Writing?
    let result: Result
}

@Suite struct `adjoint bench` {
    private static let point = ["a=0.4", "b=0.8", "c=1", "f=-1.5"]

    private func report(_ arguments: [String], input: String? = nil) throws -> Report {
        let command = try Command(["bench", "--json", "--seconds", "0.001"] + arguments, input: input)
        let result = try command.end()
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    @Test func `measures everything of a function`() throws {
        let function = "o = tanh((a*b + c)*f)"
        let report = try report([function, "--points", "7"] + Self.point)
        #expect(report.function == .init(nodes: 8, computing: 4, inputs: 4, output: "o"))
        #expect(report.result.value == -0.9625869800912908)
        #expect(report.result.gradients["a"] == -0.08811156691047473)
        let reading = try #require(report.reading)
        #expect(reading.bytes == function.utf8.count && reading.decode > 0 && reading.graph > 0)
        #expect(abs(reading.megabytesPerSecond * (reading.decode + reading.graph) * 1e6 - Double(reading.bytes)) < 1e-6)
        let executions = try [report.value, report.gradient, report.hessianProduct].map { try #require($0) }
        // What is asked for more takes more; the product and the sum that reads it are one op of the program.
        #expect(executions.map(\.ops) == executions.map(\.ops).sorted() && executions.first?.ops == 3)
        for execution in executions {
            #expect(execution.compile > 0 && execution.runs > 0 && execution.runs <= execution.ops)
            #expect(execution.bytesPerNode == Double(execution.bytes) / 4)
            #expect(abs(execution.nanosecondsPerNode - execution.run * 1e9 / 4) < 1e-6)
        }
        let batch = try #require(report.batch)
        #expect(batch.points == 7 && batch.threads == 1)
        #expect(abs(batch.nanosecondsPerNodeAndPoint - batch.seconds * 1e9 / 28) < 1e-6)
        #expect(report.writing?.numbers == 5)
    }

    @Test func `measures what it is asked for, and nothing else`() throws {
        let report = try report(["y = x^2", "x=3", "--only", "gradient", "--only", "writing"])
        #expect(report.gradient != nil && report.writing != nil)
        #expect(report.reading == nil && report.value == nil && report.hessianProduct == nil && report.batch == nil)
    }

    @Test(arguments: [
        #"{"expression": "y = w*sum(x^2); z = w", "output": "y", "wrt": ["w"], "inputs": {"x": [1, 2], "w": 3}}"#,
        #"""
        {"nodes": [{"id": "x", "op": "input", "value": [1, 2]}, {"id": "w", "op": "input", "value": 3},
          {"id": "q", "op": "square", "args": ["x"]}, {"id": "s", "op": "sum", "args": ["q"]},
          {"id": "y", "op": "multiply", "args": ["w", "s"]}, {"id": "z", "op": "positive", "args": ["w"]}]}
        """#,
    ])
    func `takes the body of a request, and a graph`(text: String) throws {
        let arguments = text.contains("expression") ? ["-"] : ["-", "--output", "y", "--only", "value"]
        let report = try report(arguments + (text.contains("wrt") ? [] : ["x=2"]), input: text)
        #expect(report.function.output == "y")
        #expect(report.result.value == (text.contains("wrt") ? 15 : 12))
    }

    @Test func `takes the points of a request that has some`() throws {
        let body = #"{"expression": "y = w*x^2", "inputs": {"x": [1, 2, 3], "w": 2}, "batch": ["x"]}"#
        let report = try report(["-", "--threads", "2"], input: body)
        #expect(report.batch?.points == 3 && report.batch?.threads == 2)
        #expect(report.result.value == 2 && report.result.gradients == ["x": 4, "w": 1])
    }

    @Test func `prints a table`() throws {
        let result = try Command.run("bench", "y = x^2", "x=3", "--only", "gradient", "--seconds", "0")
        let lines = result.output.split(separator: "\n")
        #expect(result.status == 0 && lines.count == 4)
        #expect(lines.first?.hasPrefix("what") == true && lines.last?.hasPrefix("value, gradient: run") == true)
        #expect(lines.last?.hasSuffix("ns per op") == true)
    }

    @Test(arguments: [
        ("y = tahn(x)", "line 1, column 5: There is no function \"tahn\"; did you mean \"tanh\"?"),
        ("y = x", "Input \"x\" has no number"),
        (#"{"expression": "y = x", "inputs": {"x": }}"#, "At byte 40"),
        (#"{"expression": "y = x", "inputs": {"x": 1}, "wrt": ["z"]}"#, "There is no node \"z\".\n  at /wrt/0"),
        (#"{"nodes": [{"id": "x", "op": "inptu"}]}"#, "did you mean \"input\"?\n  at /graph/nodes/0/op"),
        (#"{"expression": "y = x", "imputs": {"x": 1}}"#, "did you mean 'inputs'?"),
        (#"{"inputs": {"x": 1}}"#, "The function is missing"),
        (#"{"expression": "y = x; z = 2*x", "inputs": {"x": 1}, "outputs": ["y", "z"]}"#, "2 outputs"),
    ])
    func `exits 65 where the function or its numbers are wrong, and says where`(text: String, message: String) throws {
        let result = try Command.run("bench", "-", input: text)
        #expect(result.status == 65 && result.output == "")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test(arguments: [
        ["--points", "-1"], ["--threads", "0"], ["--seconds", "-1"], ["--seconds", "nan"], ["--only", "everything"],
    ])
    func `exits 64 where a flag makes no sense`(arguments: [String]) throws {
        let result = try Command(["bench", "y = 2"] + arguments).end()
        #expect(result.status == 64 && result.errors.hasPrefix("Error: "), "\(result.errors)")
    }
}
