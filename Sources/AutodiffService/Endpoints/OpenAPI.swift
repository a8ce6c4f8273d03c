extension Endpoint {
    /// The contract, as it was written.
    static func openAPIText(_ call: Call) throws(Problem) -> Answer {
        Answer(contentType: "application/yaml", body: PackageResources.openapi_yaml)
    }

    /// The contract as JSON, its fields in the order in which they were written.
    static func openAPIJSON(_ call: Call) throws(Problem) -> Answer {
        Answer(contentType: "application/json", body: PackageResources.openapi_json)
    }
}
