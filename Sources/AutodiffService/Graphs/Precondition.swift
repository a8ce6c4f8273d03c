import MicroHTTP

/// What `If-Match` and `If-None-Match` demand of the version that there is (RFC 9110, section 13).
struct Precondition: Sendable {
    /// What a field lists: any version, or those of some tags.
    private enum Tags: Sendable {
        case any
        case list([String])

        init(_ fields: [String]) {
            let tags = fields.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
            self = tags == ["*"] ? .any : .list(tags)
        }

        /// Whether a version is listed; by a weak tag, `W/"..."`, only where what means the same will do.
        func contains(_ etag: String, isWeak: Bool) -> Bool {
            switch self {
            case .any: true
            case .list(let tags): tags.contains("\"\(etag)\"") || isWeak && tags.contains("W/\"\(etag)\"")
            }
        }
    }

    private let match: Tags?
    private let noneMatch: Tags?

    /// No condition.
    static let none = Precondition([:])

    init(_ headers: HTTPFields) {
        let (match, noneMatch) = (headers.all("If-Match"), headers.all("If-None-Match"))
        self.match = match.isEmpty ? nil : Tags(match)
        self.noneMatch = noneMatch.isEmpty ? nil : Tags(noneMatch)
    }

    /// Lets a change pass.
    ///
    /// - Parameter etag: The tag of the version that there is, if there is any.
    /// - Throws: 412, where the version is not one that the change is for.
    func check(_ etag: String?) throws(Problem) {
        if let match {
            guard let etag else {
                throw Problem(.preconditionFailed, "`If-Match` asks for a version to change, but there is no graph.")
            }
            if !match.contains(etag, isWeak: false) {
                throw Problem(
                    .preconditionFailed,
                    "`If-Match` asks for another version than the one there is, whose tag is \"\(etag)\".")
            }
        }
        if let etag, let noneMatch, noneMatch.contains(etag, isWeak: true) {
            throw Problem(
                .preconditionFailed,
                "`If-None-Match` asks that there is no such version, but there is one, whose tag is \"\(etag)\".")
        }
    }

    /// Whether whoever reads has this version already.
    func isKnown(_ etag: String) -> Bool { noneMatch?.contains(etag, isWeak: true) ?? false }
}
