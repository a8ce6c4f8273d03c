/// A place as a reader is shown it: line, column, and the line with a caret under the place.
struct Excerpt {
    /// From 1.
    let line: Int
    /// From 1, in characters.
    let column: Int
    /// The source line and the line with the caret.
    let description: String

    /// How many characters are shown on either side of the place.
    private static let reach = 60

    init(of source: SourceText, at offset: Int) {
        let (start, end) = Excerpt.line(of: source, at: offset)
        line = source.line(of: Int32(start))
        let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
        let place: String.Index
        (column, place) = Excerpt.character(in: text, at: min(offset, end) - start)
        let head = text[..<place].suffix(Excerpt.reach)
        let tail = text[place...].prefix(Excerpt.reach)
        let before = (head.startIndex > text.startIndex ? "…" : "") + head.map(Excerpt.printable)
        let after = tail.map(Excerpt.printable) + (tail.endIndex < text.endIndex ? "…" : "")
        description = String(before) + String(after) + "\n" + String(before.map { $0 == "\t" ? $0 : " " }) + "^"
    }

    private static func line(of source: SourceText, at offset: Int) -> (start: Int, end: Int) {
        var start = offset
        // The LF of CR LF belongs to the line before it, as the CR does.
        if start > 0, source.bytes[start] == .lineFeed, source.bytes[start - 1] == .carriageReturn { start -= 1 }
        var end = start
        while start > 0, source.bytes[start - 1] != .lineFeed, source.bytes[start - 1] != .carriageReturn {
            start -= 1
        }
        while end < source.count, source.bytes[end] != .lineFeed, source.bytes[end] != .carriageReturn { end += 1 }
        return (start, end)
    }

    /// The character that holds a byte, and its column.
    private static func character(in line: String, at offset: Int) -> (column: Int, place: String.Index) {
        if line.utf8.allSatisfy({ $0 < 0x80 }) {
            return (offset + 1, line.utf8.index(line.startIndex, offsetBy: offset))
        }
        var column = 1
        var passed = 0
        for place in line.indices {
            passed += line[place].utf8.count
            if passed > offset { return (column, place) }
            column += 1
        }
        return (column, line.endIndex)
    }

    /// A character that cannot move the caret or the terminal.
    private static func printable(_ character: Character) -> Character {
        if character == "\t" { return character }
        return switch character.unicodeScalars.first?.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        case _: character
        }
    }
}
