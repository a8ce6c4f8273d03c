import Autodiff
import AutodiffService
import Testing

/// What is written in the project but follows from lists in the sources: `make record` writes it anew.
@Suite struct `What is recorded` {
    @Test func `is in openapi.yaml what the sources say`() throws {
        let contract = try OpenAPI()
        var text = contract.text
        text = try Repository.replacing("op names", in: text, by: Self.list("enum", Op.descriptions.map(\.name)))
        text = try Repository.replacing("op aliases", in: text, by: Self.aliases)
        text = try Repository.replacing(
            "node attributes", in: text,
            by: Op.allAttributeNames.subtracting(["shape"]).sorted().map {
                "\($0): {$ref: '#/components/schemas/Attribute'}"
            })
        text = try Repository.replacing("problem codes", in: text, by: Self.codes)
        text = try Repository.replacing(
            "422 codes", in: text,
            by: ProblemCode.allCases.filter { $0.status == 422 }.map { "- \($0.rawValue)" })
        let fixtures = Dictionary(uniqueKeysWithValues: try Fixture.all().map { ($0.name, $0) })
        text = try Repository.replacing(
            "examples", in: text,
            by: try contract.exampleNames.flatMap { try Self.example($0, fixtures) })
        try Repository.check(OpenAPI.path, holds: text)
    }

    @Test func `is in the table of ops what the sources say`() throws {
        let rows = Op.descriptions.map { op in
            let primitive = op.primitive
            let cells = [
                op.name, primitive.aliases.joined(separator: " "), primitive.summary, primitive.formula,
                primitive.derivative, primitive.domain, primitive.convention ?? "",
            ]
            let isCode = [true, true, false, true, true, false, false]
            let shown = zip(cells, isCode).map { cell, isCode in
                let text = cell.replacing("|", with: "\\|")
                return isCode && !text.isEmpty ? "`\(text)`" : text
            }
            return "| \(shown.joined(separator: " | ")) |\n"
        }
        let text = """
            # Ops

            What a node of a graph may compute, and what an expression may call by name. The operands are called x, y and z, the
            result r; where there are several operands, a semicolon separates the derivatives with respect to each. The same table
            is `GET /v1/ops`. What other libraries have and this one does not is in [absent.md](absent.md).

            This file is made from the sources by `make record`.

            | op | aliases | what it is | formula | derivative | domain | convention |
            |---|---|---|---|---|---|---|
            \(rows.joined())
            """
        try Repository.check("docs/ops.md", holds: text)
    }

    @Test func `is in the list of what is not there what the sources say`() throws {
        let rows = AbsentOp.all.map { absent in
            let names = absent.names.map { "`\($0)`" }.joined(separator: " ")
            return "| \(absent.what) | \(names) | \(absent.reason) |\n"
        }
        let text = """
            # What is not there

            What other libraries have and this one does not, by the names that they have for it. A node or call of such a name is
            refused with the code `unknown-op` and the same reason. What is there is in [ops.md](ops.md).

            An op has one value. Where other libraries return several, there is an op for each, or an attribute `index` says
            which: `unstack(x, 0)`, `split(x, 3, 0)`, `meshgrid(x, y, 0)`.

            This file is made from the sources by `make record`.

            | what | names | why, or what does the same |
            |---|---|---|
            \(rows.joined())
            """
        try Repository.check("docs/absent.md", holds: text)
    }
}

extension `What is recorded` {
    /// The lines of a YAML list.
    private static func list(_ key: String, _ items: [String]) -> [String] {
        ["\(key):"] + items.map { "  - \(quoted($0))" }
    }

    private static var aliases: [String] {
        let ops = Op.descriptions.filter { !$0.primitive.aliases.isEmpty }
        let table = ops.map { op in
            "  | `\(op.name)` | \(op.primitive.aliases.map { "`\($0)`" }.joined(separator: ", ")) |"
        }
        return [
            "description: |", "  Another name that is accepted for an op.", "", "  | op | aliases |", "  |---|---|",
        ]
            + table + list("enum", ops.flatMap { $0.primitive.aliases })
    }

    private static var codes: [String] {
        let table = ProblemCode.allCases.map { "  | `\($0.rawValue)` | \($0.status) | \($0.summary) |" }
        let head = ["What kind of problem it is; stable.", "", "| code | status | when |", "|---|---|---|"]
        return ["description: |"] + head.map { $0.isEmpty ? "" : "  " + $0 } + table
            + list("enum", ProblemCode.allCases.map(\.rawValue))
    }

    /// A request or response as an example: the JSON of the fixture, which is YAML too.
    private static func example(_ name: String, _ fixtures: [String: Fixture]) throws -> [String] {
        let parts = name.split(separator: ".").map(String.init)
        let fixture = try #require(fixtures[parts[0]], "openapi.yaml has an example that is no fixture: \(name)")
        let body = parts[1] == "request" ? fixture.requestBody : fixture.responseBody
        let lines = spaced(body).split(separator: "\n").map { "    " + $0.trimmingSpaces }
        return ["\(name):", "  summary: \(quoted(fixture.summary))", "  value:"] + lines
    }

    /// JSON with a space behind the commas and colons outside of its strings, where YAML readers may want one.
    private static func spaced(_ json: String) -> String {
        let characters = Array(json)
        var result = ""
        var isString = false
        for (index, character) in characters.enumerated() {
            result.append(character)
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if !isString, ",:".contains(character), !next.isWhitespace { result.append(" ") }
            let escapes = characters[..<index].reversed().prefix { $0 == "\\" }.count
            if character == "\"", escapes.isMultiple(of: 2) { isString.toggle() }
        }
        return result
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) } && text != "null"
        return isPlain && text.first?.isLetter == true ? text : "'\(text.replacing("'", with: "''"))'"
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
