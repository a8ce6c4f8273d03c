/// The smallest piece of a program that has a meaning.
struct Token: BitwiseCopyable {
    enum Kind: BitwiseCopyable {
        case name(Symbol)
        case number(Double)
        /// What stands in quotes.
        case text(Symbol)
        /// An operator between two operands; `+` and `-` may stand before one, too.
        case binary(Op, Precedence)
        case openParenthesis, closeParenthesis
        case openBracket, closeBracket
        case comma, question, colon, assign
        case newline, semicolon, end
    }

    let kind: Kind
    /// The byte offset of the first byte.
    let start: Int32
}

/// How tightly an operator binds, from the loosest to the tightest.
enum Precedence: UInt8, BitwiseCopyable, Comparable {
    /// What is still open: nothing binds across it.
    case open
    /// `condition ? a : b`, right-associative.
    case choice
    /// `< <= > >= == !=`, not associative.
    case comparison
    /// `+ -`, left-associative.
    case sum
    /// `* / @`, left-associative.
    case product
    /// `-` and `+` before an operand.
    case sign
    /// `^ **`, right-associative. The exponent may have a sign of its own: `2^-x`.
    case power

    @inline(__always)
    static func < (_ first: Precedence, _ second: Precedence) -> Bool { first.rawValue < second.rawValue }
}
