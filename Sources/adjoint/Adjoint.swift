import ArgumentParser
import MicroHTTP

/// The command's entry: arguments, with those from the environment before them.
@main
enum Main {
    static func main() {
        keepFreedMemory()
        Adjoint.main(EnvironmentFlags.arguments(CommandLine.arguments.dropFirst()))
    }
}

/// The command and what it can do.
struct Adjoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adjoint",
        abstract: "Differentiates: values and exact gradients of functions, over HTTP or right here.",
        version: "1.0.0",
        subcommands: [Serve.self, GradientCommand.self, EvaluateCommand.self, BenchCommand.self, Health.self])
}
