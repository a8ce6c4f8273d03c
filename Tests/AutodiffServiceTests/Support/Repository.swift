import FoundationEssentials
import Testing

/// The files of the project that tests read, and record anew where they are told to.
enum Repository {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        .standardizedFileURL

    /// Whether what is recorded is made anew, to be reviewed as a diff.
    static let isRecording = ProcessInfo.processInfo.environment["ADJOINT_RECORD"] == "1"

    static func url(_ path: String) -> URL { root.appending(path: path) }

    static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url(path)), as: UTF8.self)
    }

    /// Checks that a file holds a text that follows from something else; writes it where recording.
    static func check(_ path: String, holds text: String) throws {
        guard (try? read(path)) != text else { return }
        if isRecording {
            try Data(text.utf8).write(to: url(path))
        } else {
            Issue.record("\(path) is not what the sources say; run `make record` and review the diff.")
        }
    }

    /// The lines between `# recorded: NAME` and `# end: NAME` of a YAML text, replaced.
    static func replacing(_ region: String, in text: String, by lines: [String]) throws -> String {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(all.firstIndex { $0.hasSuffix("# recorded: \(region)") })
        let end = try #require(all.firstIndex { $0.hasSuffix("# end: \(region)") })
        let margin = all[start].prefix { $0 == " " }
        let inner = lines.map { $0.isEmpty ? "" : margin + $0 }
        return (all[...start] + inner + all[end...]).joined(separator: "\n")
    }
}
