import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Tesseract in openapi.yaml` {
    private static let fixtures = Fixture.list.filter { Endpoint.dialect(of: $0.request.path) == .tesseract }

    @Test func `is shown by fixtures`() {
        let shown = Set(Self.fixtures.map { $0.request.path.split(separator: "/").dropFirst(2).joined(separator: "/") })
        let operations = ["health", "openapi.json", "apply", "jacobian", "abstract_eval"]
        #expect(shown.isSuperset(of: operations + ["jacobian_vector_product", "vector_jacobian_product"]))
        #expect(Self.fixtures.count { $0.status == 422 } > 5)
    }

    @Test(arguments: fixtures)
    func `is what is asked and answered`(fixture: Fixture) throws {
        let contract = try OpenAPI()
        let body = try FoundationJSON.value(of: fixture.responseBody)
        let operation = contract.operation(fixture.request.method, fixture.request.path)
        if fixture.status >= 400 { #expect(body.object?.keys.sorted() == ["detail"]) }
        // A method that a path does not take is no operation.
        guard let operation else { return #expect(fixture.status == 405) }
        let answer = try contract.resolved(try #require(operation["responses"]?["\(fixture.status)"]))
        let type = try #require(fixture.responseHeaders.first { $0.name == "Content-Type" }).value
        let schema = try #require(answer["content"]?[type]?["schema"])
        #expect(contract.schema.faults(body, by: schema) == [])
        guard fixture.status == 200, fixture.request.method == "POST" else { return }
        let wanted = try #require(operation["requestBody"]?["content"]?["application/json"]?["schema"])
        #expect(contract.schema.faults(try FoundationJSON.value(of: fixture.requestBody), by: wanted) == [])
    }
}
