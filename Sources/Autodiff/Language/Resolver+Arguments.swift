// Which arguments of a call of an op are operands and which are attributes.
extension Resolver {
    /// Makes a call of an op an application of it; literals that are attributes leave the tree.
    mutating func apply(
        _ op: Op, _ name: Symbol, at index: Int, _ count: Int, _ keywords: [Syntax.Keyword]
    ) throws(GraphError) {
        let place = syntax.nodes[index].place
        let positional = count - keywords.count
        let operandCount = min(positional, op.arity)
        let extraCount = positional - operandCount
        guard operandCount >= op.arities.lowerBound, extraCount <= op.attributeNames.count else {
            throw wrongArity(name, op, positional, place)
        }
        var attributes: [String: AttributeValue] = [:]
        /// The trees that keywords give for operands, by position.
        var given: [Int: Int] = [:]
        for (number, keyword) in keywords.enumerated() {
            let text = symbols.name(keyword.name)
            let end = number + 1 < keywords.count ? Int(keywords[number + 1].start) : index
            let operand = op.operands.firstIndex { $0.name == text && $0.defaultValue != nil }
            if let operand {
                guard operand >= operandCount, given[operand] == nil else { throw givenTwice(keyword) }
                given[operand] = operandCount + given.count
            } else if op.attributeNames.contains(text) {
                guard attributes[text] == nil else { throw givenTwice(keyword) }
                attributes[text] = try take(Int(keyword.start)..<end, keyword)
            } else {
                throw unknownKeyword(keyword, name, op)
            }
        }
        var end = keywords.first.map { Int($0.start) } ?? index
        for extra in op.attributeNames.prefix(extraCount).reversed() {
            let range = startOfLiteral(before: end)..<end
            guard let value = literal(range, takesWords: false) else { throw wrongArity(name, op, positional, place) }
            if attributes[extra] != nil, let keyword = keywords.first(where: { symbols.name($0.name) == extra }) {
                throw givenTwice(keyword)
            }
            attributes[extra] = value
            remove(range)
            end = range.lowerBound
        }
        var operands = (0..<operandCount).map { Syntax.Application.Operand.tree($0) }
        if let last = given.keys.max() {
            for position in operandCount...last {
                operands.append(
                    given[position].map { .tree($0) } ?? .number(op.operands[position].defaultValue ?? .nan))
            }
        }
        syntax.applications.append(
            Syntax.Application(
                op, treeCount: operandCount + given.count, operands: operands, attributes: Attributes(attributes)))
        syntax.nodes[index].content = .application(Int32(syntax.applications.count - 1))
    }

    private mutating func take(
        _ range: Range<Int>, _ keyword: Syntax.Keyword
    ) throws(GraphError) -> AttributeValue {
        guard let value = literal(range, takesWords: true) else { throw noLiteral(keyword) }
        remove(range)
        return value
    }

    private mutating func remove(_ range: Range<Int>) {
        for index in range { syntax.nodes[index].content = .nothing }
    }

    /// Where a tree starts that ends before a place, if it is a literal.
    private func startOfLiteral(before end: Int) -> Int {
        var start = end - 1
        while start > 0, isSign(syntax.nodes[start]) { start -= 1 }
        return start
    }

    private func isSign(_ node: Syntax.Node) -> Bool {
        switch node.content {
        case .operation(.negative), .operation(.positive): true
        case _: false
        }
    }

    /// What a tree says as an attribute, if it is a literal.
    private func literal(_ range: Range<Int>, takesWords: Bool) -> AttributeValue? {
        guard let first = range.first, let value = literal(syntax.nodes[first], takesWords) else { return nil }
        if range.count == 1 { return value }
        // `-inf`: a constant has its name until here, so that the sign could not become part of it.
        guard case .number(var number) = value else { return nil }
        for node in syntax.nodes[range.dropFirst()] {
            switch node.content {
            case .operation(.negative): number.negate()
            case .operation(.positive): continue
            case _: return nil
            }
        }
        return .number(number)
    }

    private func literal(_ node: Syntax.Node, _ takesWords: Bool) -> AttributeValue? {
        switch node.content {
        case .number(let number): return .number(number)
        case .text(let text): return .text(symbols.name(text))
        case .constant(let index):
            let tensor = syntax.constants[Int(index)]
            return tensor.shape.rank == 1 ? .numbers(tensor.elements) : nil
        case .name(let word):
            switch symbols.name(word) {
            case "true": return .flag(true)
            case "false": return .flag(false)
            case let text: return takesWords ? .text(text) : nil
            }
        case _: return nil
        }
    }
}

// Errors.
extension Resolver {
    func strayText(_ place: Int32) -> GraphError {
        source.error(
            .invalidExpression, "Quotes stand around the text of an attribute; a name is written without.", at: place)
    }

    func ownKeyword(_ name: Symbol, _ keyword: Syntax.Keyword) -> GraphError {
        source.error(
            .invalidExpression,
            "The arguments of \(symbols.name(name)), a function of this program, go without keywords.",
            at: keyword.place)
    }

    private func givenTwice(_ keyword: Syntax.Keyword) -> GraphError {
        source.error(
            .invalidExpression, "\"\(symbols.name(keyword.name))\" is given twice in this call.", at: keyword.place)
    }

    private func noLiteral(_ keyword: Syntax.Keyword) -> GraphError {
        source.error(
            .invalidAttribute,
            "\"\(symbols.name(keyword.name))\" is written out: a number, a list of numbers, true, false, or a word.",
            at: keyword.place)
    }

    private func unknownKeyword(_ keyword: Syntax.Keyword, _ name: Symbol, _ op: Op) -> GraphError {
        let known = op.attributeNames + op.operands.filter { $0.defaultValue != nil }.map(\.name)
        let error = OpError.unknownAttribute(symbols.name(keyword.name), of: symbols.name(name), known: known)
        return source.error(error.code, error.detail, at: keyword.place, suggestion: error.suggestion)
    }
}
