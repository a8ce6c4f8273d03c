import CVectorMath

/// A graph laid out to run: instructions over one flat workspace of doubles.
///
/// Only ``compile(_:wanted:)`` makes one, and it places every offset inside the workspace, so running checks nothing.
public struct Program: Sendable {
    /// A run: one elementwise op over many elements, the results side by side; or one array op.
    struct Instruction: BitwiseCopyable, Sendable {
        let op: Op
        /// Its first three operands, and where its results are and how many.
        let run: CVectorMath_Run
        let fourth: Operand
        /// What computes it, where that is not the op's number kernel.
        let vector: RunFunction?

        /// Whether each element has two results.
        var hasTwoResults: Bool { run.second_result != run.result }

        /// How many numbers it computes, where it is elementwise.
        var resultCount: Int { Int(run.count) * (hasTwoResults ? 2 : 1) }
    }

    let instructions: [Instruction]
    /// The array ops, which instructions refer to by the start of their first operand.
    let steps: [ArrayStep]
    /// Workspace offsets for gathered operands.
    let indices: [Int32]
    /// The constants, which fill the start of the workspace.
    let constants: [Double]
    /// The number of elements that inputs have together; they stand behind the constants.
    public let inputCount: Int
    /// How many doubles a run needs.
    public let workspaceCount: Int
    /// Where each wanted node's numbers are after a run.
    let results: [Slot]

    /// How many numbers a run gives.
    public var resultCount: Int { results.reduce(0) { $0 + Int($1.count) } }
}

extension Program {
    /// Where an instruction finds an operand for each of its elements.
    typealias Operand = CVectorMath_Operand
}

extension CVectorMath_Operand {
    enum Access {
        /// One element for all.
        case repeated
        /// Elements side by side.
        case contiguous
        /// Elements at the places that a stretch of the index list holds.
        case gathered
    }

    init(access: Access, start: Int32) {
        let step: Int32 =
            switch access {
            case .repeated: 0
            case .contiguous: 1
            case .gathered: -1
            }
        self.init(start: start, step: step)
    }

    @inline(__always)
    var access: Access { step < 0 ? .gathered : step == 0 ? .repeated : .contiguous }

    static let none = CVectorMath_Operand(access: .repeated, start: 0)
}
