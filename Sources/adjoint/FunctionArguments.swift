import ArgumentParser
import Autodiff
import AutodiffService
import FoundationEssentials
import Glibc

/// What `gradient` and `evaluate` take: a function and the numbers of its inputs.
struct FunctionArguments: ParsableArguments {
    @Argument(help: "An expression, a file that holds one or a graph, or - for standard input.")
    var function: String

    @Argument(help: "Inputs, as in a=0.4.")
    var inputs: [String] = []

    @Flag(help: "Print JSON, as the service answers.")
    var json = false

    /// The function, as a request that binds the inputs.
    func document() throws -> FunctionDocument {
        let source = try source()
        do throws(Problem) {
            return try FunctionDocument(source, bindings: inputs)
        } catch {
            throw CommandExit.data.failure(error.text)
        }
    }

    private func source() throws -> [UInt8] {
        if function == "-" { return try read("/dev/stdin") }
        var status = stat()
        if unsafe stat(function, &status) == 0 { return try read(function) }
        return Array(function.utf8)
    }

    private func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandExit.noInput.failure("\(path) cannot be read.")
        }
    }
}

extension Problem {
    /// The problem as lines for people.
    var text: String {
        var lines = [detail]
        if let place { lines = ["line \(place.line), column \(place.column): \(detail)", place.excerpt] }
        if place == nil, let pointer, !pointer.isEmpty { lines.append("  at \(pointer)") }
        return lines.joined(separator: "\n")
    }
}
