import AutodiffService
import FoundationEssentials
import Testing

/// Prints the throughput of the JSON layer; run it in release, with `JSON_SPEED=1`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["JSON_SPEED"] != nil), .serialized)
struct `JSON speed` {
    private static let numbers: [Double] = {
        var random = SplitMix(state: 1)
        return (0..<50_000).map { _ in .random(in: -1...1, using: &random) }
    }()

    /// Ids and numbers, as in the answer of `gradient` for a big graph.
    private static let ids: OrderedMap<WireArray> = OrderedMap(
        numbers.prefix(10_000).enumerated().map { ("node\($0.offset)", WireArray($0.element)) })

    @Test func `writes`() throws {
        let encoder = OrderedJSONEncoder()
        try measure("write 50,000 doubles") { try encoder.encode(Self.numbers).count }
        let array = WireArray(Self.numbers)
        try measure("write 50,000 doubles as a WireArray") { try encoder.encode(array).count }
        let matrix = WireArray(shape: [5000, 10], elements: Self.numbers)
        try measure("write a 5,000 by 10 WireArray") { try encoder.encode(matrix).count }
        try measure("write 50,000 doubles in base64") { try OrderedJSONEncoder(arrays: .base64).encode(array).count }
        try measure("write 10,000 ids, WireArray") { try encoder.encode(Self.ids).count }
        let doubles = Self.ids.mapValues { $0.elements[0] }
        try measure("write 10,000 ids, Double") { try encoder.encode(doubles).count }
        try measure("Foundation: write 10,000 ids, Double") { try JSONEncoder().encode(doubles.dictionary).count }
    }

    @Test func `scans`() throws {
        let nodes = (0..<18_811).map { #"{"id":"n\#($0)","op":"multiply","args":["n\#($0 / 2)","n\#($0 / 3)"]}"# }
        let graph = Array("{\"nodes\":[\(nodes.joined(separator: ","))]}".utf8)
        let list = try OrderedJSONEncoder().encode(Self.numbers)
        let map = try OrderedJSONEncoder().encode(Self.ids)
        for (name, bytes) in [("a graph", graph), ("50,000 doubles", list), ("10,000 ids", map)] {
            try measure("scan \(name)") {
                try JSONSyntax.check(bytes)
                return bytes.count
            }
        }
    }

    @Test func `reads graphs`() throws {
        let nodes = (0..<18_811).map { index in
            index < 2
                ? #"{"id":"n\#(index)","op":"input","value":0.5}"#
                : #"{"id":"n\#(index)","op":"multiply","args":["n\#(index / 2)","n\#(index / 3)"]}"#
        }
        let body = Array("{\"nodes\":[\(nodes.joined(separator: ","))]}".utf8)
        for isFast in [true, false] {
            try measure("read a graph, \(isFast ? "fast" : "ordinarily")") {
                _ = try FunctionDocument(body, bindings: [], isFast: isFast)
                return body.count
            }
        }
    }

    @Test func `reads`() throws {
        let reader = RequestReader()
        let list = try OrderedJSONEncoder().encode(Self.numbers)
        try measure("read 50,000 doubles as a WireArray") {
            try reader.read(WireArray.self, from: list).elements.count * list.count / 50_000
        }
        let matrix = try OrderedJSONEncoder().encode(WireArray(shape: [5000, 10], elements: Self.numbers))
        try measure("read a 5,000 by 10 WireArray") {
            _ = try reader.read(WireArray.self, from: matrix)
            return matrix.count
        }
        let encoded = try OrderedJSONEncoder(arrays: .base64).encode(WireArray(Self.numbers))
        try measure("read 50,000 doubles in base64") {
            _ = try reader.read(WireArray.self, from: encoded)
            return encoded.count
        }
        let map = try OrderedJSONEncoder().encode(Self.ids)
        try measure("read 10,000 ids") {
            _ = try reader.read(OrderedMap<WireArray>.self, from: map)
            return map.count
        }
        let mixed = Array(("[" + Array(repeating: #""NaN",0.25"#, count: 5000).joined(separator: ",") + "]").utf8)
        try measure("read 10,000 numbers, half of them NaN") {
            _ = try reader.read(WireArray.self, from: mixed)
            return mixed.count
        }
    }

    private func measure(_ name: String, _ work: () throws -> Int) rethrows {
        var best = Duration.seconds(100)
        var bytes = 0
        for _ in 0..<10 { best = min(best, try ContinuousClock().measure { bytes = try work() }) }
        let seconds = best / .seconds(1)
        print("\(name): \(bytes) bytes, \(Int(seconds * 1e6)) us, \(Int(Double(bytes) / seconds / 1e6)) MB/s")
    }
}
