// What is wrong where the tokens make no expression. Each is one sentence that says what would be right.
extension Parser {
    func error(_ detail: String, at place: Int32) -> GraphError {
        source.error(.invalidExpression, detail, at: place)
    }

    /// The token, as it is written.
    private var quoted: String { "\"\(source.quote(Int(token.start), lexer.position))\"" }

    private var quotedPrevious: String { "\"\(source.quote(previous.lowerBound, previous.upperBound))\"" }

    private var previousPlace: Int32 { Int32(previous.lowerBound) }

    /// The innermost parenthesis or bracket that is open.
    private var openParenthesis: Int32? {
        for entry in pending.reversed() {
            switch entry.kind {
            case .group, .array: return entry.place
            case .call: return parenthesis(ofCallAt: entry.place)
            case .operation, .condition: continue
            }
        }
        return nil
    }

    /// A call's place is its name; the parenthesis follows it.
    private func parenthesis(ofCallAt place: Int32) -> Int32 {
        var rest = lexer
        rest.position = Int(place)
        _ = try? rest.next()
        while let token = try? rest.next() {
            if case .newline = token.kind { continue }
            return token.start
        }
        return place
    }

    /// An operand has to come, and the token is none.
    func noOperand() -> GraphError {
        switch token.kind {
        case .semicolon where depth > 0: unclosed()
        case .end where depth > 0: unclosed()
        case .newline:
            error(
                "An operand is missing after \(quotedPrevious); an expression goes on in the next line only inside "
                    + "parentheses.", at: previousPlace)
        case .semicolon, .end: error("An operand is missing after \(quotedPrevious).", at: previousPlace)
        case .closeParenthesis where pending.isEmpty: strayParenthesis()
        case .closeParenthesis where quotedPrevious == "\"(\"":
            error("There is nothing between these parentheses.", at: previousPlace)
        case .closeParenthesis: error("An operand is missing after \(quotedPrevious).", at: previousPlace)
        case _: error("An operand is missing before \(quoted).", at: token.start)
        }
    }

    /// An operand ended, and the token neither is an operator nor ends anything.
    func noOperator() -> GraphError {
        // The rest of a line is missing rather than an operator between two lines.
        if beginsLine, depth > 0 { return unclosed() }
        if let hint = wordHint() { return error(hint, at: token.start) }
        let product = "\(source.quote(previous.lowerBound, previous.upperBound))*\(quoted.dropFirst().dropLast())"
        return error("An operator is missing before \(quoted); a product is written \"\(product)\".", at: token.start)
    }

    /// What is written instead of a word that is an operator elsewhere, or of a call without parentheses.
    private func wordHint() -> String? {
        switch source.quote(Int(token.start), lexer.position) {
        case "and": return "There is no \"and\"; the product of two comparisons is 1 where both hold."
        case "or": return "There is no \"or\"; maximum(a, b) of two comparisons is 1 where one holds."
        case "where" where depth == 0: return derivativeHint
        case "if", "else": return "There is no \"if\"; a choice is written \"condition ? a : b\"."
        case let word:
            let name = source.quote(previous.lowerBound, previous.upperBound)
            guard let op = Op.named(name), op.arity > 0, source.bytes[previous.lowerBound] >= UInt8(ascii: "A") else {
                return nil
            }
            return "Arguments stand in parentheses: write \"\(name)(\(word))\"."
        }
    }

    func unclosed() -> GraphError {
        if let last = pending.last, case .condition = last.kind, openParenthesis == nil {
            return choiceWithoutColon(last.place)
        }
        let place = openParenthesis ?? token.start
        let noun = source.bytes[Int(place)] == UInt8(ascii: "[") ? "bracket" : "parenthesis"
        return error("This \(noun) is never closed.", at: place)
    }

    func strayParenthesis() -> GraphError {
        error("There is no \"(\" that this \")\" closes.", at: token.start)
    }

    func strayComma() -> GraphError {
        if let last = pending.last, case .condition = last.kind { return choiceWithoutColon(last.place) }
        return error(
            "A comma stands only between the arguments of a call or the elements of an array.", at: token.start)
    }

    func strayColon() -> GraphError {
        error(
            "There is no \"?\" that this \":\" belongs to; a choice is written \"condition ? a : b\".", at: token.start)
    }

    func choiceWithoutColon(_ place: Int32) -> GraphError {
        error("This \"?\" has no \":\"; a choice is written \"condition ? a : b\".", at: place)
    }

    func chainedComparison() -> GraphError {
        error(
            "Comparisons do not chain; write \"(a < b) * (b < c)\" for both, or use parentheses.", at: token.start)
    }

    func secondAssignment() -> GraphError {
        error("A statement has one \"=\"; to compare, write \"==\".", at: token.start)
    }

    func assignmentInside() -> GraphError {
        if let last = pending.last, case .condition = last.kind, depth == 0 { return choiceWithoutColon(last.place) }
        if let last = pending.last, case .call = last.kind {
            return error(
                "Before \"=\" in a call stands a keyword, as in \"sum(x, axis=0)\"; to compare, write \"==\".",
                at: token.start)
        }
        // A name and a = at the start of a line are a statement of their own, so this one has not been closed.
        let before = source.bytes[..<previous.lowerBound].lastIndex { $0 != UInt8(ascii: " ") && $0 != .tab }
        if let before, source.breaksLine(at: before) { return unclosed() }
        return error("An assignment is a statement of its own; to compare, write \"==\".", at: token.start)
    }

    func noTarget(_ place: Int32) -> GraphError {
        error("Before \"=\" stands a name, or a function as in \"f(x, y)\"; to compare, write \"==\".", at: place)
    }

    func noParameter(_ node: Syntax.Node) -> GraphError {
        error("The parameters of a function are names.", at: node.place)
    }

    func sameParameter(_ parameters: [Syntax.Node]) -> GraphError {
        var seen: Set<Symbol> = []
        for node in parameters {
            if case .name(let name) = node.content, !seen.insert(name).inserted {
                return error("\"\(lexer.symbols.name(name))\" is the name of two parameters.", at: node.place)
            }
        }
        return error("Two parameters have the same name.", at: token.start)
    }
}
