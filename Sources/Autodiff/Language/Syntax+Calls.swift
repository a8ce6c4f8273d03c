extension Syntax {
    /// An argument that has a keyword, as in `axis=0`.
    struct Keyword: BitwiseCopyable {
        let name: Symbol
        /// Its place among the arguments.
        let position: Int32
        /// Where its tree starts; it ends where that of the next starts, or at the call.
        let start: Int32
        let place: Int32
    }

    /// A call by name with keywords, which are its last arguments.
    struct KeywordCall {
        let name: Symbol
        let argumentCount: Int32
        let keywords: [Keyword]
    }

    /// An op applied to what its call stands behind.
    struct Application {
        enum Operand: BitwiseCopyable {
            /// One of the trees before the call.
            case tree(Int)
            /// The default of an operand that was left out before others.
            case number(Double)
        }

        let op: Op
        /// How many trees before the call are operands.
        let treeCount: Int
        let operands: [Operand]
        let attributes: Attributes

        /// An op applied to all trees before it.
        init(_ op: Op, treeCount: Int) {
            self.init(op, treeCount: treeCount, operands: (0..<treeCount).map { .tree($0) }, attributes: [:])
        }

        init(_ op: Op, treeCount: Int, operands: [Operand], attributes: Attributes) {
            self.op = op
            self.treeCount = treeCount
            self.operands = operands
            self.attributes = attributes
        }
    }

    /// What stands in brackets for one axis.
    struct Index: BitwiseCopyable {
        enum Kind: BitwiseCopyable {
            case element(Int)
            case slice(start: Int?, stop: Int?, step: Int?)
        }

        let kind: Kind
        let place: Int32
    }
}
