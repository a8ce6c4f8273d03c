import ArgumentParser
import Autodiff
import AutodiffService
import Glibc

/// `adjoint evaluate`: the value of every node of a function.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Print the value of every node of a function.",
        discussion: #"Example: adjoint evaluate "r = sqrt(x^2 + y^2)" x=3 y=4"#)

    @OptionGroup var arguments: FunctionArguments

    func run() throws {
        let document = try arguments.document()
        do throws(Problem) {
            let answer = try document.evaluate()
            if arguments.json { return write(String(decoding: answer.json, as: UTF8.self) + "\n", to: STDOUT_FILENO) }
            var table = Table(["node", "op", "value"])
            let ops = document.ops()
            for value in answer.result.values {
                table.add([value.name, ops[value.name] ?? "", value.tensor.text])
            }
            write(table.text, to: STDOUT_FILENO)
            if let warning = answer.result.warning { write("adjoint: warning: \(warning.detail)\n", to: STDERR_FILENO) }
        } catch {
            throw CommandExit.data.failure(error.text)
        }
    }
}
