/// The text of an expression as UTF-8.
///
/// A place in it is a byte offset, which fits an `Int32`; lines and columns are counted only for errors.
struct SourceText {
    /// The bytes, and a 0 behind the last, so that scanning runs into something without asking for the end.
    let bytes: [UInt8]
    /// How many bytes of the text are to be read; a 0 stands behind them.
    var count: Int
    /// The texts that this one is made of, where it is that of several functions.
    let pieces: [SourcePiece]

    init(bytes: [UInt8], pieces: [SourcePiece]) {
        self.bytes = bytes
        self.pieces = pieces
        count = bytes.count - 1
    }

    init(_ text: String) throws(GraphError) {
        let count = text.utf8.count
        guard count < Int(Int32.max) else {
            throw GraphError(.limitExceeded, "The expression has \(count) bytes; it must have fewer than 2^31.")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 1)
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
        self.init(bytes: bytes, pieces: [])
    }

    /// A stretch of the text, shortened where it is too long to be quoted.
    func quote(_ start: Int, _ end: Int) -> String {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return text.count > 40 ? "\(text.prefix(39))…" : text
    }

    /// The Unicode scalar that starts at an offset.
    func scalar(at offset: Int) -> Unicode.Scalar {
        let lead = UInt32(bytes[offset])
        if lead < 0x80 { return Unicode.Scalar(bytes[offset]) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = lead & (0xFF >> UInt32(length + 1))
        for byte in bytes[(offset + 1)..<min(offset + length, count)] { value = value << 6 | UInt32(byte & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// An error at a place, with its line, column and excerpt.
    func error(
        _ code: GraphError.Code, _ detail: String, at offset: Int, node: String? = nil, suggestion: String? = nil
    ) -> GraphError {
        if let (piece, text, offset) = piece(at: offset) {
            let excerpt = Excerpt(of: text, at: offset)
            return GraphError(
                code, detail,
                at: .function(
                    piece.path, line: excerpt.line, column: excerpt.column, excerpt: excerpt.description),
                node: node, suggestion: suggestion)
        }
        let excerpt = Excerpt(of: self, at: offset)
        return GraphError(
            code, detail,
            at: .expression(line: excerpt.line, column: excerpt.column, excerpt: excerpt.description),
            node: node, suggestion: suggestion)
    }

    /// An error at a place, with its line, column and excerpt.
    func error(
        _ code: GraphError.Code, _ detail: String, at offset: Int32, node: String? = nil, suggestion: String? = nil
    ) -> GraphError {
        error(code, detail, at: Int(offset), node: node, suggestion: suggestion)
    }

    /// The number, from 1, of the line that a place is in.
    func line(of offset: Int32) -> Int {
        var line = 1
        for place in 0..<Int(offset) where breaksLine(at: place) { line += 1 }
        return line
    }

    /// Whether a line ends with the byte at an offset: LF, CR, or the LF of CR LF.
    func breaksLine(at offset: Int) -> Bool {
        bytes[offset] == .lineFeed || (bytes[offset] == .carriageReturn && bytes[offset + 1] != .lineFeed)
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
