import Autodiff

/// The directory of graphs: one file each, which is what a server that is started anew knows.
///
/// `NAME.json` holds a registration, or a graph document alone; `NAME.adj` holds the text of an expression. The first goes
/// before the second, and is what is written.
package struct GraphFolder: Sendable {
    package typealias Failure = DurableDirectory.Failure

    /// A file that is no graph.
    package struct Fault: Error, Encodable, Sendable {
        package let file: String
        package let detail: String
    }

    static let jsonSuffix = ".json"
    static let textSuffix = ".adj"

    /// The files that a graph of a name may have.
    static func files(of name: String) -> [String] { [name + jsonSuffix, name + textSuffix] }

    private let directory: DurableDirectory
    /// Whether graphs can only be read.
    package var isReadOnly: Bool { directory.isReadOnly }

    /// Opens the directory at a path, or only for reading even where it could be written to.
    package init(_ path: String, isReadOnly: Bool = false) throws(Failure) {
        directory = try DurableDirectory(path, isReadOnly: isReadOnly)
    }

    /// Every file that looks like a graph: the graph, or what is wrong with it.
    func load(_ limits: ReadingLimits) throws(Failure) -> [(file: String, result: Result<RegisteredGraph, Fault>)] {
        let files = try directory.names().filter { !$0.hasPrefix(".") }
        let known = Set(files)
        return files.compactMap { file in
            let isText = file.hasSuffix(Self.textSuffix)
            guard isText || file.hasSuffix(Self.jsonSuffix) else { return nil }
            let name = String(file.dropLast((isText ? Self.textSuffix : Self.jsonSuffix).utf8.count))
            if isText, known.contains(name + Self.jsonSuffix) {
                return (file, .failure(Fault(file: file, detail: "\(name)\(Self.jsonSuffix) is read instead.")))
            }
            do throws(Failure) {
                guard let bytes = try directory.read(file) else { return nil }
                return (file, read(name, file, bytes, isText: isText, limits))
            } catch {
                return (file, .failure(Fault(file: file, detail: "It cannot be read (\(error.reason)).")))
            }
        }
    }

    /// Keeps a graph; when this returns, it is on the disk.
    func write(_ graph: RegisteredGraph) throws(Failure) {
        try directory.write(graph.source, to: graph.name + Self.jsonSuffix)
        try removeIfThere(graph.name + Self.textSuffix)
    }

    /// Forgets a graph; when this returns, it is gone from the disk.
    func remove(_ name: String) throws(Failure) {
        // In this order: an expression would come to the surface if only the file before it were gone.
        try removeIfThere(name + Self.textSuffix)
        try removeIfThere(name + Self.jsonSuffix)
    }

    private func removeIfThere(_ file: String) throws(Failure) {
        do throws(Failure) {
            try directory.remove(file)
        } catch {
            if !error.isMissing { throw error }
        }
    }

    private func read(
        _ name: String, _ file: String, _ bytes: [UInt8], isText: Bool, _ limits: ReadingLimits
    ) -> Result<RegisteredGraph, Fault> {
        do throws(Problem) {
            try GraphName.check(name)
            let source =
                isText ? Self.registration(ofText: bytes) : try Self.registration(ofJSON: bytes, limits.jsonDepth)
            return .success(try RegisteredGraph(name: name, source: source, limits: limits))
        } catch {
            return .failure(Fault(file: file, detail: error.sentenceWithPlace))
        }
    }

    /// The registration of an expression.
    private static func registration(ofText text: [UInt8]) -> [UInt8] {
        var json = JSONText()
        json.append(json: #"{"expression": "#)
        json.append(string: String(decoding: text, as: UTF8.self))
        json.append(json: "}")
        return json.bytes
    }

    /// A JSON file as a registration, where it is a graph document alone.
    private static func registration(ofJSON json: [UInt8], _ depth: Int) throws(Problem) -> [UInt8] {
        let isGraph = try RequestReader(maximumDepth: depth).read(HasNodes.self, from: json).value
        return isGraph ? Array(#"{"graph": "#.utf8) + json + Array("}".utf8) : json
    }
}

/// Whether a JSON object is a graph document.
private struct HasNodes: Decodable {
    let value: Bool

    init(from decoder: any Decoder) throws {
        value = try decoder.container(keyedBy: GraphDocument.CodingKeys.self).contains(.nodes)
    }
}

extension Problem {
    /// What is wrong and where, in one line.
    fileprivate var sentenceWithPlace: String {
        if let place { return "Line \(place.line), column \(place.column): \(detail)" }
        guard let pointer, !pointer.isEmpty else { return detail }
        return "\(pointer): \(detail)"
    }
}
