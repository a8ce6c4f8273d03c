import AutodiffService
import MicroHTTP
import Testing

/// What is read fast is what is read by Foundation, from every body, sound or broken.
@Suite struct `Reading fast` {
    private static let fixtures = Fixture.list.filter {
        $0.request.method == "POST" && !$0.request.body.isEmpty && $0.request.body.count < 4000 && $0.setup.isEmpty
    }

    /// Those of sound requests, which a few changes leave sound or not.
    private static let sound = fixtures.filter { $0.responseText.hasPrefix("HTTP/1.1 200") }

    private static func service(readsFast: Bool) -> AdjointService {
        var configuration = ServiceConfiguration()
        configuration.readsFast = readsFast
        return AdjointService(configuration)
    }

    /// Bodies with a few bytes changed, the same in every run.
    private static func broken(seed: UInt64, count: Int) -> [(path: String, body: [UInt8])] {
        var random = SplitMix(state: seed)
        var mutator = Mutator(random: SplitMix(state: seed))
        return (0..<count).map { index in
            let fixture = sound.randomElement(using: &random)
            var body = fixture?.request.body ?? []
            if index % 4 == 0 {
                let other = fixtures.randomElement(using: &random)?.requestBody ?? "{}"
                body = mutator(fixture?.requestBody ?? "", other: other)
            } else {
                for _ in 0...index % 2 { mutate(&body, &random) }
            }
            return (fixture?.request.path ?? "", body)
        }
    }

    /// Numbers and spaces that may stand where a number does, and keys and strings where one does.
    private static let numbers = [
        "-0", "-0.0", "0.1", "1e2", "1E-2", "2.0", "3", "1e400", "1e-400", "9007199254740993", "0.30000000000000004",
        "12345678901234567890", "1.00000000000000000000000000001", "\"NaN\"", "\"Infinity\"", "\"nan\"", "null", "[1]",
        " 1\n", "01",
    ]
    private static let words = [
        "id", "op", "args", "value", "shape", "nodes", "graph", "x", "y", "a", "add", "+", "é", "e\\u0301", "\\u0061",
        "",
        "\u{7F}", "axis", "functions", "multiply", "input", "constant", "sum",
    ]

    private static func mutate(_ body: inout [UInt8], _ random: inout SplitMix) {
        guard let place = body.indices.randomElement(using: &random) else { return }
        let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
        let quotes = body.indices.filter { body[$0] == UInt8(ascii: "\"") }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body.remove(at: place)
        case 2: body.insert(contentsOf: " \n".utf8, at: place)
        case 3...8:
            guard let digit = body.indices.filter({ isDigit(body[$0]) }).randomElement(using: &random) else { return }
            body.replaceSubrange(digit...digit, with: (numbers.randomElement(using: &random) ?? "").utf8)
        default:
            // From a quote to the next, which is a string or what stands between two.
            guard let quote = quotes.indices.dropLast().randomElement(using: &random) else { return }
            let word = words.randomElement(using: &random) ?? ""
            body.replaceSubrange(quotes[quote] + 1..<quotes[quote + 1], with: word.utf8)
        }
    }

    private static func isPlain(_ body: [UInt8]) -> Bool {
        RequestReader().readFromTape(OrderedMap<Anything>.self, body) != nil
    }

    /// Any member.
    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private static func compare(_ path: String, _ body: [UInt8], _ fast: AdjointService, _ slow: AdjointService) -> Int
    {
        let answer = fast.post(path, body)
        let expected = slow.post(path, body)
        let shown = Comment(rawValue: "\(path) \(String(decoding: body, as: UTF8.self))")
        #expect(answer.status == expected.status, shown)
        #expect(answer.text == expected.text, shown)
        return answer.status
    }

    @Test func `answers the fixtures alike`() {
        let (fast, slow) = (Self.service(readsFast: true), Self.service(readsFast: false))
        for fixture in Self.fixtures where !fixture.requestBody.contains("timings") {
            _ = Self.compare(fixture.request.path, fixture.request.body, fast, slow)
        }
        #expect(Self.fixtures.count(where: { Self.isPlain($0.request.body) }) > Self.fixtures.count / 2)
    }

    @Test(arguments: 0..<10) func `answers broken bodies alike`(seed: Int) {
        let (fast, slow) = (Self.service(readsFast: true), Self.service(readsFast: false))
        var plain = 0
        var good = 0
        for (path, body) in Self.broken(seed: UInt64(seed), count: 800) {
            if String(decoding: body, as: UTF8.self).contains("timings") { continue }
            if Self.compare(path, body, fast, slow) == 200, Self.isPlain(body) { good += 1 }
            if Self.isPlain(body) { plain += 1 }
        }
        // Of what is read fast, enough is answered and enough is refused.
        #expect(good > 40 && plain > good + 40, "\(good) of \(plain)")
    }

    /// The tag of a registered graph is the hash of all that it is.
    @Test(arguments: 0..<5) func `makes the same graphs`(seed: Int) throws {
        let (fast, slow) = (Self.service(readsFast: true), Self.service(readsFast: false))
        var (made, flat) = (0, 0)
        var random = SplitMix(state: UInt64(seed))
        let graphs = Self.sound.filter {
            $0.requestBody.contains(#""nodes""#) && $0.requestBody.hasPrefix(#"{"graph""#)
        }
        for index in 0..<400 {
            var body = try FoundationJSON.value(of: try #require(graphs.randomElement(using: &random)).requestBody)
            guard case .object(let members) = body, let graph = members["graph"] else { continue }
            body = .object(["graph": graph])
            var bytes = Array(body.json.utf8)
            if index % 3 > 0 { Self.mutate(&bytes, &random) }
            let text = String(decoding: bytes, as: UTF8.self)
            let answer = fast.put("/v1/graphs/g", text)
            let expected = slow.put("/v1/graphs/g", text)
            #expect(answer.status == expected.status && answer.headers["ETag"] == expected.headers["ETag"], "\(text)")
            guard answer.headers["ETag"] != nil else { continue }
            made += 1
            if FunctionDocument.isReadFast(bytes) { flat += 1 }
        }
        #expect(flat > 100, "\(flat) of \(made)")
    }

    @Test func `takes a deep graph in any order`() throws {
        let count = 300_000
        let lines = (1..<count).map { #"{"id":"n\#($0)","op":"sin","args":["n\#($0 - 1)"]}"# }
        let first = #"{"id":"n0","op":"input","value":0.5}"#
        let orders = [[first] + lines, lines.reversed() + [first]]
        let outputs = try orders.map { nodes in
            let body = Array(#"{"nodes":[\#(nodes.joined(separator: ","))]}"#.utf8)
            return try FunctionDocument(body, bindings: []).evaluate().json.count
        }
        #expect(outputs[0] == outputs[1] && outputs[0] > count * 10)
    }

    @Test(arguments: ["[", "{\"a\":"]) func `gives up on depth`(unit: String) {
        let body = Array(String(repeating: unit, count: 1_000_000).utf8)
        #expect(!Self.isPlain(body))
    }
}
