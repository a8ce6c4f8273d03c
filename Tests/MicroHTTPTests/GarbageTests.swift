import MicroHTTP
import Testing

@Suite struct `Garbage` {
    /// SplitMix64: the same garbage in every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func `harms nobody else`(seed: UInt64) throws {
        try serving({ $0.bodyLimit = 100 }) { server, port, _ in
            var random = Generator(state: seed)
            let seeds: [String] = [
                .request("POST", "/job?a=%41&b", ["X-Test: v"], body: "abc"),
                .request("POST", "/echo", ["Transfer-Encoding: chunked"]) + "3\r\nabc\r\n0\r\n\r\n",
                .request("GET", "/%C3%A9", ["Expect: 100-continue", "Connection: close"]),
                .request("POST", "/echo", ["Content-Length: -5"]),
            ]
            for round in 0..<150 {
                var bytes = Array(seeds[round % seeds.count].utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
                    case 1: bytes.insert([0, 9, 10, 13, 32, 37, 58, 255].randomElement(using: &random) ?? 0, at: place)
                    case 2: bytes.remove(at: place)
                    default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
                    }
                }
                let client = try #require(Client(port: port))
                client.send(bytes)
            }
            #expect(Client(port: port)?.exchange(.request("POST", "/job", body: "fine"))?.text == "fine")
            #expect(eventually { server.status.openConnections == 0 && server.status.busyRequests == 0 })
        }
    }
}
