import Autodiff
import Synchronization

/// What answers every request that differs from one in its numbers alone: a program, where its inputs come from, and the
/// text of the answer with gaps for the numbers that the program gives.
package final class ResponseTemplate: Sendable {
    /// Where the program's inputs come from.
    enum Source: Sendable {
        /// The number of this place among those of the request.
        case request(Int)
        case constant(Double)
    }

    /// What one run works on; kept for the next.
    private struct Workspace: Sendable {
        var inputs: [Double]
        var numbers: [Double]
        var memory: [Double] = []
    }

    private let program: Program
    private let sources: [Source]
    private let text: AnswerText
    private let idle = Mutex<Workspace?>(nil)
    /// How many numbers a request has.
    let numberCount: Int
    /// Whether it takes microseconds to run.
    let isCheap: Bool

    init(_ program: Program, from sources: [Source], of numberCount: Int, _ text: AnswerText, isCheap: Bool) {
        self.program = program
        self.sources = sources
        self.numberCount = numberCount
        self.text = text
        self.isCheap = isCheap
    }

    /// The body of the answer; nothing where a number is not finite, the program refuses or the deadline passes, all of
    /// which takes words.
    func answer(_ given: [Double], deadline: some Deadline) -> [UInt8]? {
        guard given.count == numberCount else { return nil }
        var workspace =
            idle.withLock { idle in
                defer { idle = nil }
                return idle
            }
            ?? Workspace(
                inputs: Array(repeating: 0, count: program.inputCount),
                numbers: Array(repeating: 0, count: program.resultCount))
        for (place, source) in sources.enumerated() {
            switch source {
            case .request(let number): workspace.inputs[place] = given[number]
            case .constant(let number): workspace.inputs[place] = number
            }
        }
        do {
            try program.run(
                inputs: workspace.inputs, into: &workspace.numbers, workspace: &workspace.memory, deadline: deadline)
        } catch { return nil }
        let body = workspace.numbers.allSatisfy(\.isFinite) ? text.filled(with: workspace.numbers) : nil
        idle.withLock { $0 = workspace }
        return body
    }

    /// How much memory it takes, roughly.
    var byteCount: Int {
        program.size.bytes + 24 * sources.count + 8 * (program.inputCount + program.resultCount) + text.byteCount
    }
}
