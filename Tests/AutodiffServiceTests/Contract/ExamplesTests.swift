import AutodiffService
import FoundationEssentials
import MicroHTTP
import Testing

/// Models of docs/examples, posted as the document says.
@Suite struct `docs/examples.md` {
    /// A model, of which AutodiffTests check every number.
    private struct Model: Decodable {
        let name: String
        let title: String
        let endpoint: String
        let value: Double
    }

    /// How much of an answer is shown.
    private static let length = 300

    @Test func `shows what the service answers`() throws {
        let golden = try Repository.read("Tests/AutodiffTests/Golden/models.json")
        var text = """
            # Examples

            Whole models, each with its request as a file that can be posted as it is and the head of the answer. Their numbers
            are checked against those of other software to 12 digits.

            This file is made from docs/examples by `make record`.

            """
        for model in try JSONDecoder().decode([Model].self, from: Data(golden.utf8)) {
            let path = "docs/examples/\(model.name).json"
            let request = try Repository.read(path)
            let response = AdjointService(ServiceConfiguration()).post("/v1/\(model.endpoint)", request)
            #expect(response.status == 200, "\(model.name): \(response.text)")
            let value = try #require(try response.json()["value"]?.number)
            #expect(abs(value - model.value) <= 2e-13 * abs(model.value))
            text += Self.section(
                model, path, expression: try #require(try FoundationJSON.value(of: request)["expression"]?.text),
                answer: response.text.trimmed)
        }
        try Repository.check("docs/examples.md", holds: text)
    }

    private static func section(_ model: Model, _ path: String, expression: String, answer: String) -> String {
        let lines = expression.split(separator: "\n")
        let shown = lines.count <= 15 ? lines : lines.prefix(9) + ["..."] + lines.suffix(2)
        let head = answer.count <= length ? answer : answer.prefix(length) + "..."
        return """

            ## \(model.title)

            ```
            \(shown.joined(separator: "\n"))
            ```

            ```sh
            curl -s localhost:8080/v1/\(model.endpoint) -d @\(path)
            ```

            ```
            \(head)
            ```

            """
    }
}
