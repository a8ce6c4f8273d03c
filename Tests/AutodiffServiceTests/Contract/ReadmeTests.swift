import MicroHTTP
import Testing

@Suite struct `README.md` {
    /// A command of the README that asks the service, and the JSON that the README shows below it.
    struct Exchange {
        let command: String
        let answer: String
        /// The ```json block before the command, which is what it sends where it sends a file.
        var file = ""
    }

    @Test func `shows requests and answers that are fixtures`() throws {
        // A checkout without it has nothing to check.
        guard let text = try? Repository.read("README.md") else { return }
        let exchanges = Self.exchanges(in: text)
        #expect(!exchanges.isEmpty)
        for exchange in exchanges {
            let path = try #require(exchange.command.firstMatch(of: /\/v1\/[-a-z\/]+/)).0
            let quoted = exchange.command.firstMatch(of: /(?:-d|--data|--data-raw|--json) +'([^']*)'/)?.1
            let body =
                exchange.command.contains(/(?:-d|--data|--data-binary) +@/) ? exchange.file : String(quoted ?? "")
            let fixture = Fixture.list.first { fixture in
                fixture.request.path == path && Self.isSame(fixture.requestBody, body)
            }
            guard let fixture else {
                Issue.record("No fixture has the request of this command:\n\(exchange.command)")
                continue
            }
            #expect(Self.isSame(exchange.answer, fixture.responseBody), "\(fixture.name)")
        }
    }

    @Test func `is read as it is written`() {
        let text = """
            ```sh
            make
            ```
            ```sh
            curl -s localhost:8080/v1/evaluate -d '{"expression":
              "2"}'
            ```
            gives
            ```json
            {"values": {}}
            ```
            """
        let exchanges = Self.exchanges(in: text)
        #expect(exchanges.count == 1)
        #expect(exchanges.first?.answer == #"{"values": {}}"#)
        #expect(exchanges.first?.command.hasSuffix("\"2\"}'") == true)
    }

    /// The blocks of ```sh that ask a path under /v1, each with the ```json block behind it.
    private static func exchanges(in text: String) -> [Exchange] {
        let blocks = text.matches(of: /(?m)^```(\w+)\n((?:.|\n)*?)\n```$/).map { (String($0.1), String($0.2)) }
        return blocks.indices.dropLast().compactMap { index in
            let (block, next) = (blocks[index], blocks[index + 1])
            guard ["sh", "bash", "console"].contains(block.0), block.1.contains("curl"), block.1.contains("/v1/"),
                next.0 == "json"
            else { return nil }
            let file = index > 0 && blocks[index - 1].0 == "json" ? blocks[index - 1].1 : ""
            return Exchange(command: block.1, answer: next.1, file: file)
        }
    }

    private static func isSame(_ first: String, _ second: String) -> Bool {
        if first.isEmpty || second.isEmpty { return first.isEmpty && second.isEmpty }
        let values = (
            try? FoundationJSON.value(of: first.withoutTimes), try? FoundationJSON.value(of: second.withoutTimes)
        )
        return values.0 != nil && values.0 == values.1
    }
}
