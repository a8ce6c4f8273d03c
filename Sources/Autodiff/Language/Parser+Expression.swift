extension Parser {
    /// Reads up to the end of a statement, or to a `=`.
    mutating func expression() throws(GraphError) {
        repeat { try operand() } while try continues()
    }

    /// Reads an operand: what stands before it, then a number, text, a name, or a call or array with nothing in it.
    private mutating func operand() throws(GraphError) {
        while true {
            let place = token.start
            switch token.kind {
            case .number(let number):
                append(.number(number), place)
                return try advance()
            case .text(let text):
                append(.text(text), place)
                return try advance()
            case .name(let name):
                try advance()
                if try takesKeyword(name, place) { continue }
                guard case .openParenthesis = token.kind else { return append(.name(name), place) }
                try open(.call(name, argumentCount: 0, keywordCount: 0), place)
                if case .closeParenthesis = token.kind {
                    pending.removeLast()
                    depth -= 1
                    append(.call(name, argumentCount: 0), place)
                    return try advance()
                }
            case .openParenthesis:
                if firstGroup == nil { firstGroup = place }
                try open(.group, place)
            case .openBracket:
                try open(.array(elementCount: 0), place)
                if case .closeBracket = token.kind {
                    pending.removeLast()
                    return try closeArray(0, place)
                }
            case .binary(.subtract, _):
                pending.append(Pending(kind: .operation(.negative), precedence: .sign, place: place))
                try advance()
            case .binary(.add, _):
                pending.append(Pending(kind: .operation(.positive), precedence: .sign, place: place))
                try advance()
            case _: throw noOperand()
            }
        }
    }

    /// Reads what may follow an operand, and tells whether another operand has to come.
    private mutating func continues() throws(GraphError) -> Bool {
        while true {
            let place = token.start
            switch token.kind {
            case .binary(let op, let precedence):
                try push(op, precedence, place)
                try advance()
                return true
            case .question:
                reduce(downTo: .comparison)
                pending.append(Pending(kind: .condition, precedence: .open, place: place))
                try advance()
                return true
            case .colon:
                reduce(downTo: .choice)
                guard let last = pending.last, case .condition = last.kind else { throw strayColon() }
                pending[pending.count - 1] =
                    Pending(kind: .operation(.where), precedence: .choice, place: last.place)
                try advance()
                return true
            case .comma:
                reduce(downTo: .choice)
                if pending.isEmpty, part == .derivative { return false }
                try separate()
                try advance()
                return true
            case .closeParenthesis: try close()
            case .openBracket: try index()
            case .closeBracket:
                reduce(downTo: .choice)
                guard let last = pending.last else { throw strayBracket() }
                guard case .array(let count) = last.kind else { throw strayBracket(in: last) }
                pending.removeLast()
                try closeArray(count + 1, last.place)
            case .newline, .semicolon, .end:
                reduce(downTo: .choice)
                if pending.isEmpty { return false }
                throw unclosed()
            case .assign:
                reduce(downTo: .choice)
                if pending.isEmpty { return false }
                throw assignmentInside()
            case .name(.where) where part == .body && depth == 0:
                reduce(downTo: .choice)
                if pending.isEmpty { return false }
                throw unclosed()
            case .name, .number, .text, .openParenthesis: throw noOperator()
            }
        }
    }

    private mutating func push(_ op: Op, _ precedence: Precedence, _ place: Int32) throws(GraphError) {
        switch precedence {
        case .power: break
        case .comparison:
            reduce(downTo: .sum)
            if let last = pending.last, last.precedence == .comparison { throw chainedComparison() }
        case _: reduce(downTo: precedence)
        }
        pending.append(Pending(kind: .operation(op), precedence: precedence, place: place))
    }

    private mutating func open(_ kind: Pending.Kind, _ place: Int32) throws(GraphError) {
        try nest(place)
        pending.append(Pending(kind: kind, precedence: .open, place: place))
        try advance()
    }

    private mutating func close() throws(GraphError) {
        reduce(downTo: .choice)
        guard let last = pending.last else { throw strayParenthesis() }
        switch last.kind {
        case .group: break
        case .call(let name, let count, let keywordCount):
            try completeArgument(count, keywordCount)
            appendCall(name, count + 1, keywordCount, last.place)
        case .array: throw unclosed()
        case .condition, .operation: throw choiceWithoutColon(last.place)
        }
        pending.removeLast()
        depth -= 1
        try advance()
    }

    /// Completes the operators that bind at least so tightly: their right operands end here.
    private mutating func reduce(downTo precedence: Precedence) {
        while let last = pending.last, last.precedence >= precedence, case .operation(let op) = last.kind {
            pending.removeLast()
            append(op, last.place)
        }
    }

    private mutating func append(_ op: Op, _ place: Int32) {
        // A sign before a literal is part of it. Its operand is the literal if that comes last: in -2^2 the power does.
        if op == .negative || op == .positive, let last = syntax.nodes.last, case .number(let number) = last.content {
            syntax.nodes[syntax.nodes.count - 1] =
                Syntax.Node(content: .number(op == .negative ? -number : number), place: place)
            return
        }
        append(op.isElementwise ? .operation(op) : apply(op), place)
    }

    private mutating func apply(_ op: Op) -> Syntax.Node.Content {
        syntax.applications.append(Syntax.Application(op, treeCount: 2))
        return .application(Int32(syntax.applications.count - 1))
    }

    mutating func append(_ content: Syntax.Node.Content, _ place: Int32) {
        syntax.nodes.append(Syntax.Node(content: content, place: place))
    }
}
