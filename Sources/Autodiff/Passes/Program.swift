/// A graph laid out to run: instructions over one flat workspace of doubles.
///
/// Only ``compile(_:wanted:)`` makes one, and it places every offset inside the workspace, so running checks nothing.
public struct Program: Sendable {
    /// Where an instruction finds an operand for each of its elements.
    struct Operand: BitwiseCopyable, Sendable {
        enum Access: UInt8, BitwiseCopyable, Sendable {
            /// One element for all.
            case repeated
            /// Elements side by side.
            case contiguous
            /// Elements at the offsets that a stretch of the index list holds.
            case gathered
        }

        let access: Access
        /// Where in the workspace, or for a gathered operand where in the index list.
        let start: Int32

        static let none = Operand(access: .repeated, start: 0)
    }

    /// A run: one elementwise op over many elements, the results side by side; or one array op.
    struct Instruction: BitwiseCopyable, Sendable {
        let op: Op
        let count: Int32
        let result: Int32
        /// Where the second results of an op of two go; for others where all do.
        let secondResult: Int32
        var first = Operand.none
        var second = Operand.none
        var third = Operand.none
        var fourth = Operand.none

        var hasTwoResults: Bool { secondResult != result }
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
