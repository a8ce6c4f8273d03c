import ArgumentParser
import Autodiff
import AutodiffService
import Glibc

/// `adjoint gradient`: the value of a function and its derivative with respect to every node.
struct GradientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gradient", abstract: "Print a function's value, and its gradient with respect to every node.",
        discussion: #"Example: adjoint gradient "tanh((a*b + c)*f)" a=0.4 b=0.8 c=1 f=-1.5"#)

    @OptionGroup var arguments: FunctionArguments

    @Option(help: "The id of the output, where there are several.")
    var output: String?

    func run() throws {
        let document = try arguments.document()
        do throws(Problem) {
            let answer = try document.gradient(output: output)
            if arguments.json { return write(String(decoding: answer.json, as: UTF8.self) + "\n", to: STDOUT_FILENO) }
            var table = Table(["node", "op", "value", "gradient"])
            let gradients = Dictionary(
                answer.result.gradients.map { ($0.name, $0.tensor) }, uniquingKeysWith: { first, _ in first })
            let ops = document.ops()
            for value in answer.result.values {
                table.add([
                    value.name, ops[value.name] ?? "", value.tensor.text, gradients[value.name]?.text ?? "",
                ])
            }
            write(table.text, to: STDOUT_FILENO)
            if let warning = answer.result.warning { write("adjoint: warning: \(warning.detail)\n", to: STDERR_FILENO) }
        } catch {
            throw CommandExit.data.failure(error.text)
        }
    }
}
