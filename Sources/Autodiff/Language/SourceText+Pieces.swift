/// A text that a graph document holds, and the way to it.
struct SourcePiece {
    let path: [GraphError.Step]
    /// The bytes of it.
    let range: Range<Int>
}

// Several texts as one, with a 0 behind each, so that a place is an offset still.
extension SourceText {
    /// Makes a text of those that a graph document holds.
    init(_ texts: [(path: [GraphError.Step], text: String)]) throws(GraphError) {
        var bytes: [UInt8] = []
        var pieces: [SourcePiece] = []
        for (path, text) in texts {
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            pieces.append(SourcePiece(path: path, range: start..<bytes.count))
            bytes.append(0)
        }
        guard bytes.count < Int(Int32.max) else {
            throw GraphError(
                .limitExceeded, "The functions have \(bytes.count) bytes; they must have fewer than 2^31.",
                at: .graph([.field("functions")]))
        }
        self.init(bytes: bytes.isEmpty ? [0] : bytes, pieces: pieces)
    }

    /// The text up to the end of a piece.
    func ending(with piece: Int) -> SourceText {
        var text = self
        text.count = pieces[piece].range.upperBound
        return text
    }

    /// The piece that a place is in, as a text by itself, and the place in that.
    func piece(at offset: Int) -> (piece: SourcePiece, text: SourceText, offset: Int)? {
        guard let piece = pieces.first(where: { $0.range.upperBound >= offset }) else { return nil }
        let text = SourceText(bytes: bytes[piece.range] + [0], pieces: [])
        return (piece, text, offset - piece.range.lowerBound)
    }
}
