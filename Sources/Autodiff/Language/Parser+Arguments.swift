// What stands between the parentheses of a call.
extension Parser {
    /// Takes a name as the keyword of an argument where it starts one and `=` follows.
    mutating func takesKeyword(_ name: Symbol, _ place: Int32) throws(GraphError) -> Bool {
        guard case .assign = token.kind, let last = pending.last,
            case .call(let function, let count, let keywordCount) = last.kind,
            keywordCount == 0 || keywords.last?.position != count
        else { return false }
        keywords.append(
            Syntax.Keyword(name: name, position: count, start: Int32(syntax.nodes.count), place: place))
        pending[pending.count - 1].kind =
            .call(function, argumentCount: count, keywordCount: keywordCount + 1)
        try advance()
        return true
    }

    /// Goes on to the next argument of a call or element of an array.
    mutating func separate() throws(GraphError) {
        guard let last = pending.last else { throw strayComma() }
        switch last.kind {
        case .call(let name, let count, let keywordCount):
            try completeArgument(count, keywordCount)
            pending[pending.count - 1].kind = .call(name, argumentCount: count + 1, keywordCount: keywordCount)
        case .array(let count): pending[pending.count - 1].kind = .array(elementCount: count + 1)
        case .operation, .condition, .group: throw strayComma()
        }
    }

    /// Refuses an argument without a keyword after one that has one.
    func completeArgument(_ position: Int32, _ keywordCount: Int32) throws(GraphError) {
        guard keywordCount > 0, let keyword = keywords.last, keyword.position != position else { return }
        throw misplacedArgument(after: keyword)
    }

    mutating func appendCall(_ name: Symbol, _ count: Int32, _ keywordCount: Int32, _ place: Int32) {
        if keywordCount == 0 { return append(.call(name, argumentCount: count), place) }
        syntax.keywordCalls.append(
            Syntax.KeywordCall(
                name: name, argumentCount: count, keywords: Array(keywords.suffix(Int(keywordCount)))))
        keywords.removeLast(Int(keywordCount))
        append(.keywordCall(Int32(syntax.keywordCalls.count - 1)), place)
    }
}
