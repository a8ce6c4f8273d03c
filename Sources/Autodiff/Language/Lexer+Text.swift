extension Lexer {
    /// Text between two quotes of one kind, in one line.
    mutating func text() throws(GraphError) -> Token {
        let start = position
        var end = start + 1
        while end < source.count, source.bytes[end] != source.bytes[start], !source.breaksLine(at: end) { end += 1 }
        guard end < source.count, source.bytes[end] == source.bytes[start] else {
            throw source.error(.invalidExpression, "This quote is never closed.", at: start)
        }
        let text = String(decoding: source.bytes[(start + 1)..<end], as: UTF8.self)
        position = end + 1
        return Token(kind: .text(symbols.intern(unicode: text)), start: Int32(start))
    }
}
