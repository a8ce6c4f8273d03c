import ArgumentParser
import AutodiffService
import Glibc

/// `adjoint bench`: what a function costs on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure how long a function takes to read, compile, run, and differentiate.",
        discussion: """
            The function is an expression, a file that holds one, a graph, or the body of a request to /v1/gradient with \
            its `inputs`, `output`, `wrt` and `batch`; or - for standard input. Each time is the median of several, on \
            one thread but for the batch. Those of a run have the program and its workspace ready; that of a batch has the way of the numbers \
            in and out.
            Example: adjoint bench "tanh((a*b + c)*f)" a=0.4 b=0.8 c=1 f=-1.5
            """)

    @OptionGroup var arguments: FunctionArguments

    @Option(help: "The id of the output, where there are several.")
    var output: String?

    @Option(help: "The points of the batch, where the request has none.")
    var points = 1024

    @Option(help: "Threads that share the points of the batch.")
    var threads = 1

    @Option(help: "Seconds to measure each piece of work for; what takes longer is done once.")
    var seconds = 0.3

    @Option(
        help: ArgumentHelp(
            "What to measure, and nothing else: \(Benchmark.Part.names); may be given several times.", valueName: "part"
        ))
    var only: [Benchmark.Part] = []

    func validate() throws {
        guard points >= 0, points <= 1 << 24 else {
            throw ValidationError("--points is \(points), and has to be 0 to \(1 << 24).")
        }
        guard threads >= 1, threads <= 1024 else {
            throw ValidationError("--threads is \(threads), and has to be 1 to 1024.")
        }
        guard seconds >= 0, seconds <= 3600 else {
            throw ValidationError("--seconds is \(seconds), and has to be 0 to 3600.")
        }
    }

    func run() throws {
        let source = try arguments.source()
        var benchmark = Benchmark()
        benchmark.points = points
        benchmark.threads = threads
        benchmark.sampler.seconds = seconds
        benchmark.allocationCount = AllocationCounter.count
        if !only.isEmpty { benchmark.parts = Set(only) }
        do throws(Problem) {
            let report = try benchmark.run(source, bindings: arguments.inputs, output: output)
            let text = arguments.json ? String(decoding: try report.json(), as: UTF8.self) + "\n" : report.text
            write(text, to: STDOUT_FILENO)
        } catch {
            throw CommandExit.data.failure(error.text)
        }
    }
}

extension Benchmark.Part: ExpressibleByArgument {
    fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
