import AutodiffService
import Testing

@Suite struct `A body without its numbers` {
    /// Bodies with the numbers that are cut out of them in angle brackets.
    private static let bodies = [
        #"{"inputs": {"a": <0.5>, "b": [<1>, [<-2e3>, <4.25>]], "c": {"shape": [2], "data": 1}}, "step": 3}"#,
        #"{"expression": "inputs 1", "wrt": ["a"], "inputs":{"inputs":<1>}, "x": {"inputs": {"a": 1}}}"#,
        #"{"inputs": 1, "graph": 2}"#, #"{"inputs": [1, {"a": <2>}]}"#, #"{"in\u0070uts": {"a": 1}}"#, "[1]", "1",
        #"{"inputs": {"a": "1\"2", "b\\": <3>, "c\"": <4>}, "d": 5}"#,
        #"{"graph": {"nodes": [{"id": "x", "op": "input", "value": <1>}, {"op": "constant", "value": 2}]}}"#,
        #"{"graph": {"nodes": [{"op": "input", "value": [<1>, <2>], "axis": 3}, {"value": 4, "op": "input"}]}}"#,
        #"{"graph": {"nodes": [{"op": "add", "args": ["input", 1]}], "outputs": [1]}, "value": 1}"#,
        #"{"graph": {"functions": {"f": {"op": "input", "value": 1}}, "nodes": [{"op":"input","value":<7>}]}}"#,
        #"{"graph": {"nodes": [{"op": "input", "x": {"value": 1}, "value": <2>}, {"id": "input", "value": 1}]}}"#,
        #"{"nodes": [{"op": "input", "value": 1}]}"#, #"{"inputs":{"a":<-0>,"b":<1E+2>,"c":null,"d":true}"#,
        #"{"inputs": {"é\u{1F3AF}": <1>}}"#,
    ]

    @Test(arguments: bodies) func `keeps all that is no data`(marked: String) throws {
        var (body, copy, numbers) = ("", "", [Double]())
        for (place, piece) in marked.split(separator: /[<>]/, omittingEmptySubsequences: false).enumerated() {
            body += piece
            copy += place % 2 == 0 ? piece : "\u{0}"
            if place % 2 == 1 { numbers.append(try #require(Double(piece))) }
        }
        let skeleton = try #require(BodySkeleton([1, 0], Array(body.utf8)))
        #expect(skeleton.bytes == [1, 0] + Array(copy.utf8))
        #expect(skeleton.numbers.map(\.bitPattern) == numbers.map(\.bitPattern))
    }

    @Test(arguments: ["1e400", "-", "01", "1.", "1e", "1e-400", "-x"]) func `has numbers only`(text: String) {
        #expect(BodySkeleton([], Array(#"{"inputs":{"a":\#(text)}}"#.utf8)) == nil)
    }

    /// A text that ends anywhere is taken apart without a step beyond its end.
    @Test(arguments: bodies) func `ends where its body does`(marked: String) {
        let body = Array(marked.filter { $0 != "<" && $0 != ">" }.utf8)
        for count in 0..<body.count {
            guard let skeleton = BodySkeleton([], Array(body[..<count])) else { continue }
            #expect(skeleton.bytes.count { $0 == 0 } == skeleton.numbers.count)
        }
    }

    @Test func `takes other numbers`() throws {
        let skeleton = try #require(BodySkeleton([0, 0, 0], Array(#"{"inputs":{"a":1,"b":[2,3]},"c":4}"#.utf8)))
        #expect(skeleton.body(with: [0.5, -0.0, 1e30]) == Array(#"{"inputs":{"a":0.5,"b":[-0.0,1e+30]},"c":4}"#.utf8))
    }
}
