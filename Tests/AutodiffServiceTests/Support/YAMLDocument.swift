import AutodiffService
import Yams

/// A YAML node that is written as JSON.
struct YAMLDocument: Encodable {
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
