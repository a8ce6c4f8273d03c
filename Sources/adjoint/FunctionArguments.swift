import ArgumentParser
import Autodiff
import AutodiffService
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

    /// The text of the function.
    func source() throws -> [UInt8] {
        if function == "-" { return try read(STDIN_FILENO, "Standard input") }
        var status = stat()
        guard unsafe stat(function, &status) == 0 else { return Array(function.utf8) }
        let file = unsafe open(function, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        return try read(file, function)
    }

    /// Reads to the end; the descriptor may be that of a pipe, of which nobody knows the length.
    private func read(_ descriptor: Int32, _ name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe Glibc.read(descriptor, &piece, piece.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw CommandExit.noInput.failure("\(name) cannot be read.") }
            bytes += piece[..<count]
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
