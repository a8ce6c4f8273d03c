import AutodiffService
import Testing
import Yams

/// The project's `openapi.yaml`.
struct OpenAPI {
    static let path = "openapi.yaml"
    /// The same as JSON, which is what the service embeds: reading YAML takes a library that needs all of Foundation.
    static let jsonPath = "openapi.json"

    let text: String
    /// What `openapi.json` is.
    let json: [UInt8]
    let root: JSONValue
    var schema: JSONSchema { JSONSchema(root: root) }

    /// Reads the file as the service does.
    init() throws {
        text = try Repository.read(Self.path)
        let node = try #require(try Yams.compose(yaml: text))
        json = try OrderedJSONEncoder().encode(YAMLDocument(node: node))
        root = try FoundationJSON.value(of: json)
    }

    func schema(_ name: String) throws -> JSONValue {
        try #require(root.at(pointer: "/components/schemas/\(name)"))
    }

    /// The operations, each with its method in capitals and its path.
    func operations() throws -> [(method: String, path: String, operation: JSONValue)] {
        try #require(root["paths"]?.object).flatMap { path, item in
            (item.object ?? [:]).map { ($0.key.uppercased(), path, $0.value) }
        }
    }

    /// The operation of a method on a path, of which parts may stand for parameters.
    func operation(_ method: String, _ path: String) -> JSONValue? {
        let paths = root["paths"]?.object ?? [:]
        let parts = path.split(separator: "/")
        let template = paths.keys.filter { template in
            let wanted = template.split(separator: "/")
            return wanted.count == parts.count && zip(wanted, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }.min { $0.count { $0 == "{" } < $1.count { $0 == "{" } }
        return template.flatMap { paths[$0]?[method.lowercased()] }
    }

    /// What a value is, or what its reference leads to.
    func resolved(_ value: JSONValue) throws -> JSONValue {
        guard let reference = value["$ref"]?.text else { return value }
        return try #require(schema.resolve(reference), "\(reference)")
    }

    /// The names of fixtures whose requests or responses are examples, in the order in which they first occur.
    var exampleNames: [String] {
        var names: [String] = []
        for match in text.matches(of: /#\/components\/examples\/([-.A-Za-z0-9]+)/) {
            if !names.contains(String(match.1)) { names.append(String(match.1)) }
        }
        return names
    }
}

extension Endpoint {
    /// The dialect of a path, as it is written in `openapi.yaml` or asked.
    static func dialect(of path: String) -> Dialect {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let endpoint = all.first { endpoint in
            let own = endpoint.path.split(separator: "/", omittingEmptySubsequences: false)
            return own.count == parts.count && zip(own, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        return endpoint?.dialect ?? .problem
    }
}
