import AutodiffService
import MicroHTTP
import Testing

/// What templates answer is what is answered without them, byte for byte.
@Suite struct `Templates` {
    private static let fixtures = Fixture.list.filter {
        $0.request.method == "POST" && $0.setup.isEmpty && !$0.requestBody.contains("timings")
            && $0.request.body.count < 4000
    }

    /// Those of requests that are sound, and of a kind that has templates.
    private static let sound = fixtures.filter { fixture in
        fixture.status == 200 && ["/gradient", "/evaluate"].contains { fixture.request.path.hasSuffix($0) }
    }

    private static let numbers = [
        "0", "-0", "-0.0", "1", "-1", "0.5", "1e308", "-1e308", "1e-320", "2.5e-3", "1E5", "1e+2", "9007199254740993",
        "0.1000000000000000055511151231257827", "12345678901234567890123", "1e400", "1e-400", "01", "+1", "1.", "-",
        "\"NaN\"", "\"Infinity\"", "null", "[1]", " 7 ", "\u{0}",
    ]

    private static func service(cacheBytes: Int) -> AdjointService {
        var configuration = ServiceConfiguration()
        configuration.programCacheBytes = cacheBytes
        return AdjointService(configuration)
    }

    private static func compare(_ request: HTTPRequest, _ service: AdjointService, _ plain: AdjointService) {
        let deadline = ContinuousClock.now + .seconds(60)
        let expected = plain.respond(to: request, deadline: deadline)
        let shown = Comment(rawValue: "\(request.path) \(String(decoding: request.body, as: UTF8.self))")
        #expect(service.respond(to: request, deadline: deadline) == expected, shown)
        if let atOnce = service.respondAtOnce(to: request, deadline: deadline) { #expect(atOnce == expected, shown) }
    }

    /// The stretches of a text that are numbers, or look like ones.
    private static func numbers(in body: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var place = 0
        while place < body.count {
            var end = place
            while end < body.count, "+-.0123456789eE".utf8.contains(body[end]) { end += 1 }
            if end > place, body[place..<end].contains(where: { $0 &- 0x30 < 10 }) { ranges.append(place..<end) }
            place = max(end, place + 1)
        }
        return ranges
    }

    @Test func `answer the fixtures as they are`() {
        let (service, plain) = (Self.service(cacheBytes: 1 << 26), Self.service(cacheBytes: 0))
        for _ in 0..<4 { for fixture in Self.fixtures { Self.compare(fixture.request, service, plain) } }
        #expect(service.templates.hits > Self.sound.count / 2)
    }

    /// Each fixture is learned, and then asked with every number in the place of every number.
    @Test func `answer other numbers`() {
        let (service, plain) = (Self.service(cacheBytes: 1 << 26), Self.service(cacheBytes: 0))
        for fixture in Self.sound {
            for _ in 0..<3 { Self.compare(fixture.request, service, plain) }
            for range in Self.numbers(in: fixture.request.body).prefix(5) {
                for number in Self.numbers {
                    var request = fixture.request
                    request.body.replaceSubrange(range, with: number.utf8)
                    Self.compare(request, service, plain)
                }
            }
        }
        #expect(service.templates.hits > 1000)
    }

    /// Each fixture is learned, and then asked with a few bytes changed, which may be learned too.
    @Test(arguments: 0..<3) func `answer what is nearly the same`(seed: UInt64) {
        let (service, plain) = (Self.service(cacheBytes: 1 << 26), Self.service(cacheBytes: 0))
        var mutator = Mutator(random: SplitMix(state: seed))
        for fixture in Self.sound {
            for _ in 0..<3 { Self.compare(fixture.request, service, plain) }
            for _ in 0..<8 {
                var request = fixture.request
                request.body = mutator(fixture.requestBody, other: fixture.requestBody)
                for _ in 0..<3 { Self.compare(request, service, plain) }
            }
            for count in stride(from: 0, to: fixture.request.body.count, by: 17) {
                var request = fixture.request
                request.body = Array(request.body.prefix(count))
                Self.compare(request, service, plain)
            }
        }
        #expect(service.templates.hits > 100)
    }

    /// Keys in another order and twice, and spaces, make other requests.
    @Test(arguments: [
        #"{"inputs": {"b": 2, "a": 1}, "expression": "y = a/b"}"#, #"{"inputs":{"a":1,"b":2},"expression":"y = a/b"}"#,
        #"{"expression": "y = a/b", "inputs": {"a": 1, "b": 2}, "inputs": {"a": 1, "b": 2}}"#,
        #"{"expression": "y = a/b", "inputs": {"a": 1, "a": 1, "b": 2}}"#,
        #"{"expression": "y = a/b", "inputs": {"\u0061": 1, "b": 2}}"#,
        #"{"expression": "y = a/b", "inputs": {"a": 1, "b": 2, "c": 3}}"#,
        #"{"expression": "y = where(a > 1, a, b)", "inputs": {"a": 1, "b": 2}, "kinks": true}"#,
        #"{"expression": "y = abs(a)*b", "inputs": {"a": 1, "b": 2}, "kinks": true}"#,
        #"{"expression": "y = take(c, floor(a))*b", "inputs": {"a": 1, "b": 2, "c": [1, 2, 4]}}"#,
        #"{"expression": "y = sum(a/b)", "inputs": {"a": [1, 2, 3], "b": 2}, "batch": ["a"]}"#,
        #"{"graph": {"nodes": [{"id": "a", "op": "input", "value": 1}, {"id": "b", "op": "constant", "value": 2}, {"id": "y", "op": "divide", "args": ["a", "b"]}]}, "inputs": {"a": 2}}"#,
    ]) func `answer these`(body: String) {
        let (service, plain) = (Self.service(cacheBytes: 1 << 26), Self.service(cacheBytes: 0))
        for path in ["/v1/gradient", "/v1/evaluate"] {
            for accept in [nil, "application/json+base64", "text/html", "*/*"] {
                for (a, b) in [("1", "2"), ("1", "2"), ("1", "2"), ("0", "0"), ("7", "1e-320"), ("0.30", "-0.0")] {
                    var request = HTTPRequest(method: "POST", target: path)
                    request.body = Array(body.replacing(": 1", with: ": " + a).replacing(": 2", with: ": " + b).utf8)
                    request.headers["Accept"] = accept
                    Self.compare(request, service, plain)
                }
            }
        }
    }
}
