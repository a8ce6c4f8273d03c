/// Cuts a program into tokens, one at a time.
struct Lexer {
    var source: SourceText
    var symbols = SymbolTable()
    /// Where the next token is looked for: the end of the last one.
    var position = 0

    init(_ source: SourceText) {
        self.source = source
        // A byte order mark.
        if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The next token; at the end of the text, again and again the end.
    mutating func next() throws(GraphError) -> Token {
        skipBlanks()
        let start = position
        switch source.bytes[start] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            return try name()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "+"): return token(.binary(.add, .sum), 1)
        case UInt8(ascii: "-"): return token(.binary(.subtract, .sum), 1)
        case UInt8(ascii: "*"):
            return follows("*") ? token(.binary(.pow, .power), 2) : token(.binary(.multiply, .product), 1)
        case UInt8(ascii: "/") where !follows("/"): return token(.binary(.divide, .product), 1)
        case UInt8(ascii: "^"): return token(.binary(.pow, .power), 1)
        case UInt8(ascii: "("): return token(.openParenthesis, 1)
        case UInt8(ascii: ")"): return token(.closeParenthesis, 1)
        case UInt8(ascii: ","): return token(.comma, 1)
        case UInt8(ascii: "="):
            return follows("=") ? token(.binary(.equal, .comparison), 2) : token(.assign, 1)
        case UInt8(ascii: "<"):
            return follows("=")
                ? token(.binary(.lessEqual, .comparison), 2) : token(.binary(.less, .comparison), 1)
        case UInt8(ascii: ">"):
            return follows("=")
                ? token(.binary(.greaterEqual, .comparison), 2) : token(.binary(.greater, .comparison), 1)
        case UInt8(ascii: "!") where follows("="): return token(.binary(.notEqual, .comparison), 2)
        case UInt8(ascii: "?"): return token(.question, 1)
        case UInt8(ascii: ":"): return token(.colon, 1)
        case UInt8(ascii: "["): return token(.openBracket, 1)
        case UInt8(ascii: "]"): return token(.closeBracket, 1)
        case UInt8(ascii: "@"): return token(.binary(.matmul, .product), 1)
        case .lineFeed, .carriageReturn: return token(.newline, 1)
        case UInt8(ascii: ";"): return token(.semicolon, 1)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try text()
        case UInt8(ascii: ".") where isDigit(source.bytes[start + 1]): return try number()
        case 0 where start == source.count: return Token(kind: .end, start: Int32(start))
        case 0x80...: return try unicodeName()
        case _: throw noMeaning()
        }
    }

    private mutating func token(_ kind: Token.Kind, _ length: Int) -> Token {
        defer { position += length }
        return Token(kind: kind, start: Int32(position))
    }

    private func follows(_ character: Unicode.Scalar) -> Bool {
        source.bytes[position + 1] == UInt8(ascii: character)
    }

    /// Goes to the next byte that is part of a token.
    ///
    /// The CR of CR LF is blank; one by itself is a newline.
    private mutating func skipBlanks() {
        while true {
            switch source.bytes[position] {
            case UInt8(ascii: " "), .tab, 0x0C: position += 1
            case .carriageReturn where source.bytes[position + 1] == .lineFeed: position += 1
            case UInt8(ascii: "#"): skipComment()
            case 0x80... where isBlank(source.scalar(at: position)):
                position += UTF8.width(source.scalar(at: position))
            case _: return
            }
        }
    }

    private mutating func skipComment() {
        while position < source.count, source.bytes[position] != .lineFeed, source.bytes[position] != .carriageReturn {
            position += 1
        }
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .spaceSeparator }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
