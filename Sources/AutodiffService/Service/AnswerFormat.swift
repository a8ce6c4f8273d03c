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
        guard let accept, accept.contains(where: { !$0.isWhitespace }) else {
            self = .json
            return
        }
        let ranges = accept.split(separator: ",").map(MediaRange.init)
        let (json, base64) = (ranges.quality(of: Self.json), ranges.quality(of: Self.base64))
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

/// One of the media ranges of an `Accept` header.
private struct MediaRange {
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
    /// The quality by the most specific range that holds a form, and whether it is that form's own name.
    fileprivate func quality(of format: AnswerFormat) -> (quality: Double, isNamed: Bool) {
        for name in [format.contentType, "application/*", "*/*"] {
            if let range = first(where: { $0.name == name }) {
                return (range.quality, name == format.contentType)
            }
        }
        return (0, false)
    }
}
