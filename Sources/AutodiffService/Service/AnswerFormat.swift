/// The form in which an answer about a function is written, as the `Accept` header chooses it.
enum AnswerFormat: Sendable {
    case json, base64

    /// The media type.
    var contentType: String { self == .json ? "application/json" : "application/json+base64" }
    /// How arrays are written.
    var arrays: WireArray.Format { self == .json ? .lists : .base64 }

    /// The form of the higher quality.
    ///
    /// Where both have the same, that with base64 wins if the header names it: nobody does so by chance.
    ///
    /// - Throws: That neither is acceptable.
    init(accept: String?) throws(Problem) {
        // What most clients send, if they send any.
        guard let accept, accept != "*/*", accept.contains(where: { !$0.isWhitespace }) else {
            self = .json
            return
        }
        let ranges = [MediaRange](accept: accept)
        let json = ranges.quality(of: Self.json.contentType)
        let base64 = ranges.quality(of: Self.base64.contentType)
        if base64.quality > 0, base64.quality > json.quality || (base64.quality == json.quality && base64.isNamed) {
            self = .base64
        } else if json.quality > 0 {
            self = .json
        } else {
            throw Problem(
                .notAcceptable,
                "This is answered as \(Self.json.contentType) or \(Self.base64.contentType), of which `Accept` allows none."
            )
        }
    }
}

extension AnswerFormat {
    /// The media type of a drawing of a graph.
    static let drawingType = "text/vnd.graphviz"

    /// Whether a header asks for the drawing of a graph and not for its description.
    ///
    /// - Throws: That neither is acceptable.
    static func isDrawing(accept: String?) throws(Problem) -> Bool {
        guard let accept, accept.contains(where: { !$0.isWhitespace }) else { return false }
        let ranges = [MediaRange](accept: accept)
        let (drawing, json) = (ranges.quality(of: drawingType), ranges.quality(of: Self.json.contentType))
        if drawing.quality > json.quality || drawing.quality > 0 && drawing.isNamed && !json.isNamed { return true }
        if json.quality > 0 { return false }
        throw Problem(
            .notAcceptable,
            "This is answered as \(Self.json.contentType) or \(drawingType), of which `Accept` allows neither.")
    }
}

/// One of the media ranges of an `Accept` header.
struct MediaRange {
    let name: String
    let quality: Double

    init(_ text: Substring) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { part in
            part.filter { !$0.isWhitespace }.lowercased()
        }
        name = parts.first ?? ""
        quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
    }
}

extension [MediaRange] {
    /// The ranges of an `Accept` header.
    init(accept: String) { self = accept.split(separator: ",").map(MediaRange.init) }

    /// The quality by the most specific range that holds a form, and whether it is that form's own name.
    func quality(of contentType: String) -> (quality: Double, isNamed: Bool) {
        let kind = contentType.prefix { $0 != "/" }
        for name in [contentType, "\(kind)/*", "*/*"] {
            if let range = first(where: { $0.name == name }) { return (range.quality, name == contentType) }
        }
        return (0, false)
    }
}
