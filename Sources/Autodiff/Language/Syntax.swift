/// A program as it is written: statements over syntax trees in one array, in postfix order.
///
/// A node's operands are the trees that end right before it, so trees need no pointers, are built and read from left
/// to right without recursion, and a chain of a million terms is as safe as one of two.
struct Syntax {
    /// A node of a tree.
    struct Node: BitwiseCopyable {
        enum Content: BitwiseCopyable {
            case number(Double)
            /// An array of numbers, by its place in the list of them.
            case constant(Int32)
            /// Quoted text: the value of an attribute.
            case text(Symbol)
            case name(Symbol)
            /// An operator, or a call that is known to mean an op.
            case operation(Op)
            /// A call that is known to mean an op, with attributes or operands left out, by its place in the list.
            case application(Int32)
            /// A call by name.
            case call(Symbol, argumentCount: Int32)
            /// A call by name with keywords, by its place in the list of them.
            case keywordCall(Int32)
            /// The trees before, side by side along a new first axis.
            case array(elementCount: Int32)
            /// A part of the array before, by a stretch of the list of indices.
            case index(first: Int32, count: Int32)
            /// What was a literal, and has become an attribute of the call after it.
            case nothing
            /// A parameter of the function whose body this is part of.
            case parameter(Int32)
            /// A call that is known to mean a function of the program.
            case inlined(Int32)
        }

        var content: Content
        /// The offset that an error about it points to.
        let place: Int32
    }

    struct Statement: BitwiseCopyable {
        enum Target: BitwiseCopyable {
            case name(Symbol)
            case function(Int32)
            /// An expression without a name.
            case bare
        }

        let target: Target
        /// Where its tree starts; it ends where the tree of the next statement starts.
        let start: Int32
        let place: Int32
    }

    /// A function that the program defines.
    struct Function {
        let name: Symbol
        let parameters: [Symbol]
        /// The tree of the value.
        let body: Range<Int32>
        /// The trees of the derivatives by the parameters; none where they are derived from the body.
        let derivatives: [Range<Int32>]
        /// Where the value depends on a name that is no parameter, and on which.
        var outside: Outside?
    }

    /// A use of a name, in the body of a function, that is no parameter of it.
    struct Outside: BitwiseCopyable {
        let name: Symbol
        let place: Int32
    }

    var nodes: [Node] = []
    var statements: [Statement] = []
    var functions: [Function] = []
    var constants: [Tensor] = []
    var keywordCalls: [KeywordCall] = []
    var applications: [Application] = []
    var indices: [Index] = []

    /// The tree of a statement.
    func tree(of statement: Int) -> Range<Int32> {
        let next = statement + 1
        return statements[statement].start..<(next < statements.count ? statements[next].start : Int32(nodes.count))
    }
}
