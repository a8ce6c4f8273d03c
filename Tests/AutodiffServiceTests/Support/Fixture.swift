import AutodiffService
import FoundationEssentials
import MicroHTTP
import Testing

/// A request and the response that it gets: a file `Fixtures/NAME.http`, as it goes over the wire.
///
/// ```
/// # What it shows, in one line.
/// #: token sesame                 how the server is set up, where that matters
/// POST /v1/gradient
///
/// {"expression": "y = x^2", "inputs": {"x": 3}}
///
/// HTTP/1.1 200
/// Content-Type: application/json
///
/// {"output":"y",...}
/// ```
///
/// The fixtures are run in process and over a socket, and are the examples of `openapi.yaml` and of the README.
struct Fixture: Sendable, CustomTestStringConvertible {
    static let folder = "Tests/AutodiffServiceTests/Fixtures"

    let name: String
    let summary: String
    let setup: [String: String]
    /// What is put into the directory of graphs, and what is registered, before the request: names and texts.
    let files: [(name: String, text: String)]
    let registered: [(name: String, text: String)]
    let request: HTTPRequest
    /// The text up to the response.
    let requestText: String
    /// The response as text; empty where none is recorded yet.
    let responseText: String

    var testDescription: String { name }
    var requestBody: String { String(decoding: request.body, as: UTF8.self) }

    /// Reads a fixture's text.
    init(name: String, text: String) throws {
        self.name = name
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let notes = lines.prefix { $0.hasPrefix("#") }
        summary = String(try #require(notes.first).dropFirst(2))
        let settings = notes.filter { $0.hasPrefix("#: ") }.map { note in
            let words = note.dropFirst(3).split(separator: " ", maxSplits: 1)
            return (key: String(words[0]), value: words.count > 1 ? String(words[1]) : "")
        }
        setup = Dictionary(settings.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        func named(_ key: String) -> [(name: String, text: String)] {
            settings.filter { $0.key == key }.map { setting in
                let words = setting.value.split(separator: " ", maxSplits: 1).map(String.init)
                return (words[0], words[1])
            }
        }
        (files, registered) = (named("file"), named("put"))
        let end = lines.firstIndex { $0.hasPrefix("HTTP/1.1 ") } ?? lines.endIndex
        requestText = lines[..<end].joined(separator: "\n").trimmed
        responseText = lines[end...].joined(separator: "\n").trimmed
        let (head, body) = Self.parts(of: lines[notes.count..<end].joined(separator: "\n").trimmed)
        let first = try #require(head.first).split(separator: " ")
        try #require(first.count == 2)
        var headers: HTTPFields = ["Host": "adjoint"]
        for line in head.dropFirst() {
            let field = line.split(separator: ": ", maxSplits: 1)
            headers.append(String(field[0]), String(field[1]))
        }
        request = HTTPRequest(
            method: String(first[0]), target: String(first[1]), headers: headers, body: Array(body.utf8))
    }

    /// Every fixture, by name.
    static func all() throws -> [Fixture] {
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.url(folder).path)
        return try names.filter { $0.hasSuffix(".http") }.sorted().map { file in
            try Fixture(name: String(file.dropLast(5)), text: try Repository.read("\(folder)/\(file)"))
        }
    }

    /// The fixtures as a list that tests run over.
    static let list: [Fixture] = (try? all()) ?? []

    /// The lines before the empty one, and the text behind it.
    private static func parts(of text: String) -> (head: [String], body: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = lines.prefix { !$0.isEmpty }
        return (Array(head), lines.dropFirst(head.count + 1).joined(separator: "\n"))
    }
}

extension Fixture {
    /// The status of the response that is recorded.
    var status: Int { Int(responseText.dropFirst(9).prefix(3)) ?? 0 }
    /// The headers that are recorded.
    var responseHeaders: [(name: String, value: String)] {
        Self.parts(of: responseText).head.dropFirst().map { line in
            let field = line.split(separator: ": ", maxSplits: 1).map(String.init)
            return (field[0], field[1])
        }
    }
    /// Whether the body that is recorded is of some kind of JSON.
    var isJSON: Bool { responseHeaders.contains { $0.name == "Content-Type" && $0.value.contains("json") } }
    /// The body that is recorded.
    var responseBody: String { Self.parts(of: responseText).body }

    /// A response as it is recorded.
    static func text(of response: HTTPResponse, isHead: Bool) -> String {
        let fields = response.headers.map { "\n\($0.name): \($0.value)" }.joined()
        let body = isHead || response.body.isEmpty ? "" : "\n\n" + String(decoding: response.body, as: UTF8.self)
        return "HTTP/1.1 \(response.status)\(fields)\(body)".trimmed
    }
}

extension String {
    /// The text without line ends at its ends.
    var trimmed: String {
        let start = drop { $0 == "\n" }
        return String(start.reversed().drop { $0 == "\n" }.reversed())
    }

    /// The text with the microseconds of timings, which differ from run to run, set to 0.
    var withoutTimes: String { replacing(/_us":[-+.0-9eE]+/, with: #"_us":0"#) }
}
