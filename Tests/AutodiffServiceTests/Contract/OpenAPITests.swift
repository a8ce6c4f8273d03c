import AutodiffService
import MicroHTTP
import Testing

@Suite struct `openapi.yaml` {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI() }

    @Test func `is the same as JSON`() throws {
        try Repository.check(OpenAPI.jsonPath, holds: String(decoding: contract.json, as: UTF8.self))
    }

    @Test func `has no reference that leads nowhere`() throws {
        var count = 0
        contract.root.forEach { value in
            guard let reference = value["$ref"]?.text else { return }
            count += 1
            #expect(contract.schema.resolve(reference) != nil, "\(reference)")
        }
        #expect(count > 100)
    }

    @Test func `has the endpoints of the service and no others`() throws {
        let operations = try contract.operations()
        let served = Endpoint.all.map { "\($0.method.rawValue) \($0.path)" }
        #expect(operations.map { "\($0.method) \($0.path)" }.sorted() == served.sorted())
        #expect(Set(operations.compactMap { $0.operation["operationId"]?.text }).count == served.count)
        for endpoint in Endpoint.all {
            let operation = contract.root["paths"]?[endpoint.path]?[endpoint.method.rawValue.lowercased()]
            #expect((operation?["security"]?.list == []) == endpoint.isOpen, "\(endpoint.path)")
        }
    }

    @Test(arguments: RequestFields.bySchema.keys.sorted())
    func `has the fields of requests and no others`(schema: String) throws {
        let schema = (name: schema, value: try contract.schema(schema))
        #expect(schema.value["properties"]?.object?.keys.sorted() == RequestFields.bySchema[schema.name]?.sorted())
        #expect(schema.value["additionalProperties"] == .flag(false))
    }

    @Test func `has each problem code under its status`() throws {
        let responses = try #require(contract.root["components"]?["responses"]?.object)
        var statuses: Set<Int> = []
        for (name, response) in responses {
            guard let problem = response["content"]?["application/problem+json"] else { continue }
            let properties = problem["schema"]?["properties"]
            let status = Int(try #require(properties?["status"]?["const"]?.number))
            #expect(statuses.insert(status).inserted, "\(name)")
            let codes = ProblemCode.allCases.filter { $0.status == status }.map(\.rawValue)
            #expect(properties?["code"]?["enum"]?.texts == codes, "\(name)")
        }
        #expect(statuses == Set(ProblemCode.allCases.map(\.status)))
    }

    @Test func `names each response of an operation by its status`() throws {
        for (_, path, operation) in try contract.operations() {
            for (status, response) in try #require(operation["responses"]?.object)
            where !["200", "201", "204", "304"].contains(status) && Endpoint.dialect(of: path) == .problem {
                let problem = try contract.resolved(response)["content"]?["application/problem+json"]
                let const = problem?["schema"]?["properties"]?["status"]?["const"]?.number
                #expect(const.map { "\(Int($0))" } == status, "\(path)")
            }
        }
    }

    @Test func `has examples that are fixtures and fit their schemas`() throws {
        let fixtures = Dictionary(uniqueKeysWithValues: try Fixture.all().map { ($0.name, $0) })
        var count = 0
        for (path, media) in try mediaTypes() {
            let schema = try #require(media["schema"])
            for (key, example) in media["examples"]?.object ?? [:] {
                let reference = try #require(example["$ref"]?.text, "The example \(key) is no fixture.")
                let parts = try #require(reference.split(separator: "/").last).split(separator: ".").map(String.init)
                let fixture = try #require(fixtures[parts[0]], "\(reference)")
                let value = try #require(try contract.resolved(example)["value"], "\(reference)")
                let body = parts[1] == "request" ? fixture.requestBody : fixture.responseBody
                #expect(value == (try FoundationJSON.value(of: body)), "\(reference)")
                #expect(contract.schema.faults(value, by: schema) == [], "\(path) \(reference)")
                count += 1
            }
            if let value = media["example"] { #expect(contract.schema.faults(value, by: schema) == [], "\(path)") }
        }
        #expect(count > 50)
        #expect(contract.root["components"]?["examples"]?.object?.keys.sorted() == contract.exampleNames.sorted())
    }

    @Test(arguments: Fixture.list.filter { $0.request.path.hasPrefix("/v1/") && ![204, 304].contains($0.status) })
    func `describes what is asked and answered`(fixture: Fixture) throws {
        let operation = contract.operation(fixture.request.method, fixture.request.path)
        let answer: JSONValue
        if let operation {
            answer = try contract.resolved(try #require(operation["responses"]?["\(fixture.status)"]))
        } else {
            let name = fixture.status == 404 ? "NotFound" : "MethodNotAllowed"
            answer = try #require(contract.root["components"]?["responses"]?[name])
        }
        let type = try #require(fixture.responseHeaders.first { $0.name == "Content-Type" }).value
        let schema = try #require(answer["content"]?[type]?["schema"])
        let body =
            fixture.isJSON ? try FoundationJSON.value(of: fixture.responseBody) : .text(fixture.responseBody)
        #expect(contract.schema.faults(body, by: schema) == [])
        for (name, header) in answer["headers"]?.object ?? [:] {
            let isThere = fixture.responseHeaders.contains { $0.name == name }
            #expect(isThere == (try contract.resolved(header)["required"] == .flag(true)))
        }
        // What is answered, the schema of requests has to let through.
        guard [200, 201].contains(fixture.status), let operation, operation["requestBody"] != nil else { return }
        let wanted = try #require(operation["requestBody"]?["content"]?["application/json"]?["schema"])
        #expect(contract.schema.faults(try FoundationJSON.value(of: fixture.requestBody), by: wanted) == [])
    }

    @Test func `has no property of an answer that no fixture shows`() throws {
        var seen: [String: Set<String>] = [:]
        func collect(_ name: String, _ value: JSONValue?) {
            seen[name, default: []].formUnion(value?.object?.keys.map { $0 } ?? [])
        }
        for fixture in Fixture.list {
            guard let body = try? FoundationJSON.value(of: fixture.responseBody) else { continue }
            if let name = Self.responses[fixture.request.path], fixture.status == 200 { collect(name, body) }
            if fixture.status >= 400, Endpoint.dialect(of: fixture.request.path) == .problem {
                collect("Problem", body)
            }
            collect("Timings", body["timings"])
            body["partials"]?.list?.forEach { collect("Partial", $0) }
            body["warnings"]?.list?.forEach { collect("Warning", $0) }
            body["kinks"]?.list?.forEach { collect("Kink", $0) }
            for entry in body["passed"] == nil ? [] : body["inputs"]?.object?.values.map({ $0 }) ?? [] {
                collect("CheckEntry", entry)
                collect("CheckError", entry["error"])
            }
            body["ops"]?.list?.forEach { collect("OpEntry", $0) }
            collectGraphs(fixture, body, collect)
        }
        #expect(seen.count == 16 + Set(Self.responses.values).count)
        for (name, keys) in seen {
            #expect(try contract.schema(name)["properties"]?.object?.keys.sorted() == keys.sorted(), "\(name)")
        }
    }

    @Test func `is served as it is written, and as JSON`() throws {
        let service = AdjointService()
        let yaml = service.respond(to: .init(target: "/openapi.yaml"), deadline: .now + .seconds(60))
        #expect(yaml.text == contract.text && yaml.headers["Content-Type"] == "application/yaml")
        let json = service.respond(to: .init(target: "/openapi.json"), deadline: .now + .seconds(60))
        #expect(try json.json() == contract.root && json.headers["Content-Type"] == "application/json")
    }

    /// Collects what is told of registered graphs.
    private func collectGraphs(_ fixture: Fixture, _ body: JSONValue, _ collect: (String, JSONValue?) -> Void) {
        if fixture.request.path == "/readyz", fixture.status == 200 { collect("Readiness", body) }
        body["faults"]?.list?.forEach { collect("FileFault", $0) }
        if body["durable"] != nil { collect("GraphRegistered", body) }
        if body["source"] != nil { collect("GraphDescription", body) }
        if body["graphs"] != nil { collect("GraphList", body) }
        body["graphs"]?.list?.forEach { collect("GraphEntry", $0) }
        for graph in [body] + (body["graphs"]?.list ?? []) where graph["etag"] != nil {
            graph["inputs"]?.list?.forEach { collect("GraphInput", $0) }
            graph["outputs"]?.list?.forEach { collect("GraphOutput", $0) }
        }
    }

    /// The schemas of the answers about functions.
    private static let responses = [
        "/v1/evaluate": "EvaluateResponse", "/v1/gradient": "GradientResponse", "/v1/vjp": "VJPResponse",
        "/v1/jvp": "JVPResponse", "/v1/jacobian": "JacobianResponse", "/v1/hessian": "HessianResponse",
        "/v1/hvp": "HVPResponse", "/v1/check": "CheckResponse",
        "/Info": "UMBridgeInfo", "/ModelInfo": "UMBridgeModelInfo", "/InputSizes": "UMBridgeInputSizes",
        "/OutputSizes": "UMBridgeOutputSizes", "/Evaluate": "UMBridgeOutputs", "/Gradient": "UMBridgeOutput",
        "/ApplyJacobian": "UMBridgeOutput", "/ApplyHessian": "UMBridgeOutput",
    ]

    /// Every media type of a request or response, with where it stands.
    private func mediaTypes() throws -> [(path: String, media: JSONValue)] {
        var found: [(path: String, media: JSONValue)] = []
        func collect(_ name: String, _ value: JSONValue?) {
            for (type, media) in value?["content"]?.object ?? [:] { found.append(("\(name) \(type)", media)) }
        }
        for (_, path, operation) in try contract.operations() {
            collect(path, operation["requestBody"])
            for (status, response) in operation["responses"]?.object ?? [:] { collect("\(path) \(status)", response) }
        }
        for (name, response) in contract.root["components"]?["responses"]?.object ?? [:] { collect(name, response) }
        return found
    }
}
