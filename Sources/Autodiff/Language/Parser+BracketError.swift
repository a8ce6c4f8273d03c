// What is wrong with brackets and keywords.
extension Parser {
    func strayBracket(in open: Pending? = nil) -> GraphError {
        switch open?.kind {
        case .condition: choiceWithoutColon(open?.place ?? token.start)
        case .group, .call: unclosed()
        case _: error("There is no \"[\" that this \"]\" closes.", at: token.start)
        }
    }

    func ragged(_ place: Int32, _ shape: Shape, first: Shape) -> GraphError {
        source.error(
            .shapeMismatch,
            "The elements of an array have one shape; this one has shape \(shape), those before it \(first).",
            at: place)
    }

    /// An index has to come, or a bracket that closes.
    func noIndex(_ bracket: Int32) -> GraphError {
        switch token.kind {
        case .end, .semicolon: error("This bracket is never closed.", at: bracket)
        case .name where beginsLine: error("This bracket is never closed.", at: bracket)
        case .closeBracket where previous.lowerBound == Int(bracket):
            error("There is no index between these brackets.", at: bracket)
        case _: noWholeNumber(token.start)
        }
    }

    func noWholeNumber(_ place: Int32) -> GraphError {
        error("An index is a whole number, or a slice of them as in \"1:3\", written out.", at: place)
    }

    func misplacedArgument(after keyword: Syntax.Keyword) -> GraphError {
        let name = lexer.symbols.name(keyword.name)
        return error(
            "Arguments without a keyword come before \"\(name)=\".", at: syntax.nodes.last?.place ?? token.start)
    }
}
