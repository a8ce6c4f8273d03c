import Yams

extension Endpoint {
    /// The contract, as it was written.
    static func openAPIText(_ call: Call) throws(Problem) -> Answer {
        Answer(contentType: "application/yaml", body: PackageResources.openapi_yaml)
    }

    /// The contract as JSON, its fields in the order in which they were written.
    static func openAPIJSON(_ call: Call) throws(Problem) -> Answer {
        guard let contract else { throw Problem(.internal, "openapi.yaml does not read as YAML.") }
        return Answer(contentType: "application/json", body: contract)
    }

    private static let contract: [UInt8]? = {
        let text = String(decoding: PackageResources.openapi_yaml, as: UTF8.self)
        guard let root = try? Yams.compose(yaml: text) else { return nil }
        return try? OrderedJSONEncoder().encode(YAMLDocument(node: root))
    }()
}

/// A YAML node that is written as JSON.
private struct YAMLDocument: Encodable {
    let node: Yams.Node

    func encode(to encoder: any Encoder) throws {
        if let mapping = node.mapping {
            var map = OrderedMap<YAMLDocument>()
            for (key, value) in mapping { map.append(YAMLDocument(node: value), for: key.string ?? "") }
            try map.encode(to: encoder)
        } else if let sequence = node.sequence {
            try sequence.map(YAMLDocument.init).encode(to: encoder)
        } else {
            var container = encoder.singleValueContainer()
            switch node.tag.description {
            case Tag.Name.null.rawValue: try container.encodeNil()
            case Tag.Name.bool.rawValue: try container.encode(node.bool ?? false)
            case Tag.Name.int.rawValue: try container.encode(node.int ?? 0)
            case Tag.Name.float.rawValue: try container.encode(node.float ?? 0)
            default: try container.encode(node.string ?? "")
            }
        }
    }
}
