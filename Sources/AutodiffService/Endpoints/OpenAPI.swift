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
