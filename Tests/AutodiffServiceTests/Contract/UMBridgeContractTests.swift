import AutodiffService
import MicroHTTP
import Testing

@Suite struct `UM-Bridge in openapi.yaml` {
    private static let fixtures = Fixture.list.filter { Endpoint.dialect(of: $0.request.path) == .umBridge }

    @Test func `is shown by fixtures`() {
        #expect(Set(Self.fixtures.map(\.request.path)).count == 8)
        #expect(Self.fixtures.count { $0.status == 400 } > 10)
    }

    @Test(arguments: fixtures)
    func `is what is asked and answered`(fixture: Fixture) throws {
        let contract = try OpenAPI()
        #expect(fixture.responseHeaders.first { $0.name == "Content-Type" }?.value == "application/json")
        let body = try FoundationJSON.value(of: fixture.responseBody)
        if let operation = contract.operation(fixture.request.method, fixture.request.path) {
            let responses = operation["responses"]
            let answer = try #require(responses?["\(fixture.status)"] ?? responses?["default"])
            let schema = try #require(answer["content"]?["application/json"]?["schema"])
            #expect(contract.schema.faults(body, by: schema) == [])
        }
        if fixture.status >= 400 { #expect(body.object?.keys.sorted() == ["error"]) }
        guard fixture.status == 200, fixture.request.method == "POST" else { return }
        let operation = contract.operation("POST", fixture.request.path)
        let wanted = try #require(operation?["requestBody"]?["content"]?["application/json"]?["schema"])
        #expect(contract.schema.faults(try FoundationJSON.value(of: fixture.requestBody), by: wanted) == [])
    }

    /// The fields that answers may have are exactly one, and errors have two: the protocol's tests allow no other.
    @Test func `lets no answer have more than it may`() throws {
        let contract = try OpenAPI()
        for endpoint in Endpoint.all where endpoint.dialect == .umBridge {
            let operation = contract.operation(endpoint.method.rawValue, endpoint.path)
            for (status, answer) in try #require(operation?["responses"]?.object) {
                let reference = answer["content"]?["application/json"]?["schema"]?["$ref"]?.text
                let schema = try #require(reference.flatMap { contract.schema.resolve($0) })
                #expect(schema["additionalProperties"] == .flag(false))
                #expect(schema["properties"]?.object?.count == (endpoint.path == "/Info" && status == "200" ? 2 : 1))
            }
        }
        #expect(try contract.schema("UMBridgeFault")["properties"]?.object?.keys.sorted() == ["message", "type"])
    }

    /// Whatever is sent, the answer is one that a client prints.
    @Test(arguments: 0..<4)
    func `words every mistake`(seed: Int) throws {
        let service = AdjointService()
        var texts = Mutator(random: SplitMix(state: UInt64(seed)))
        let posts = Self.fixtures.filter { $0.request.method == "POST" && $0.setup.isEmpty }
        var statuses: [Int: Int] = [:]
        for _ in 0..<300 {
            let fixture = try #require(posts.randomElement(using: &texts.random))
            let other = posts.randomElement(using: &texts.random)?.requestBody ?? "{}"
            let body = texts(fixture.requestBody, other: other)
            let response = service.post(fixture.request.path, body)
            let shown = Comment(rawValue: String(decoding: body, as: UTF8.self))
            statuses[response.status, default: 0] += 1
            guard response.status != 200 else { continue }
            let error = try response.json()["error"]
            #expect(error?["type"]?.text == "InvalidInput" || error?["type"]?.text == "ModelNotFound", shown)
            #expect(error?["message"]?.text?.isEmpty == false, shown)
        }
        #expect(statuses.keys.sorted() == [200, 400], "\(statuses)")
    }
}
