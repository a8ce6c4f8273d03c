import AutodiffService
import MicroHTTP
import Testing

/// Graphs of every kind are read fast as they are read in the ordinary way.
@Suite struct `Reading graphs fast` {
    /// What the nodes of a graph are like.
    enum Kind: String, CaseIterable {
        case scalars, numbers, arrays, defaults, mistakes
    }

    private static func pick(_ words: [String], _ random: inout SplitMix) -> String {
        words.randomElement(using: &random) ?? ""
    }

    /// The nodes of a graph, operands before their uses.
    private static func nodes(_ kind: Kind, _ random: inout SplitMix) -> [String] {
        var ids = ["x", "y", "c"]
        let values = kind == .arrays ? ["[1,2]", "0.5", "[[1],[2]]"] : ["0.5", "-2", "1e3"]
        var nodes = [
            #"{"id":"x","op":"input","value":\#(pick(values, &random))}"#,
            pick([#"{"id":"y","op":"input"}"#, #"{"op":"input","args":[],"id":"y"}"#], &random),
            #"{"id":"c","op":"constant","value":\#(pick(values, &random))}"#,
        ]
        for index in 0..<Int.random(in: 1...12, using: &random) {
            let id = pick(["n\(index)", "a longer name \(index)"], &random)
            let operand = { (random: inout SplitMix) in
                let isNumber = kind != .scalars && Int.random(in: 0..<3, using: &random) == 0
                return isNumber ? pick(["2", "-0.0", "1.5"], &random) : "\"\(pick(ids, &random))\""
            }
            let (first, second) = (operand(&random), operand(&random))
            var node = pick(
                [
                    #"{"id":"\#(id)","op":"add","args":[\#(first),\#(second)]}"#,
                    #"{"id":"\#(id)","op":"multiply","args":[\#(first),\#(second)]}"#,
                    #"{"id":"\#(id)","op":"sin","args":[\#(first)]}"#,
                    #"{"op":"where","args":[\#(first),\#(second),\#(first)],"id":"\#(id)"}"#,
                ], &random)
            if kind == .arrays, index % 3 == 1 { node = #"{"id":"\#(id)","op":"sum","args":[\#(first)]}"# }
            if kind == .defaults, index % 3 == 1 {
                node =
                    #"{"id":"\#(id)","op":"leaky_relu","args":[\#(first)]\#(pick(["", #","negative_slope":0.5"#], &random))}"#
            }
            if kind == .mistakes, Int.random(in: 0..<8, using: &random) == 0 {
                node = pick(
                    [
                        #"{"id":"\#(id)","op":"add","args":[\#(first)]}"#,
                        #"{"id":"x","op":"sin","args":[\#(first)]}"#,
                        #"{"id":"\#(id)","op":"sin","args":["none"]}"#,
                        #"{"id":"\#(id)","op":"sin","args":["\#(id)"]}"#,
                        #"{"id":"\#(id)","op":"sin","args":[\#(first)],"value":1}"#,
                        #"{"id":"\#(id)","op":"constant"}"#,
                        #"{"id":"\#(id)","op":"constant","value":null}"#,
                        #"{"id":"\#(id)","op":"input","args":[\#(first)]}"#,
                    ], &random)
            }
            nodes.append(node)
            ids.append(id)
        }
        return nodes
    }

    @Test(arguments: Kind.allCases) func `makes the same of them`(kind: Kind) {
        var configuration = ServiceConfiguration()
        let fast = AdjointService(configuration)
        configuration.readsFast = false
        let slow = AdjointService(configuration)
        var random = SplitMix(state: 1)
        var (made, flat) = (0, 0)
        for index in 0..<300 {
            var nodes = Self.nodes(kind, &random)
            if index % 2 == 1 { nodes.shuffle(using: &random) }
            let outputs = index % 3 == 0 ? #","outputs":["c","x"]"# : ""
            let text = #"{"graph":{"nodes":[\#(nodes.joined(separator: ","))]\#(outputs)}}"#
            let answer = fast.put("/v1/graphs/g", text)
            let expected = slow.put("/v1/graphs/g", text)
            #expect(answer.status == expected.status && answer.text == expected.text, "\(text)")
            #expect(answer.headers["ETag"] == expected.headers["ETag"], "\(text)")
            let question = #"{"graph":{"nodes":[\#(nodes.joined(separator: ","))]},"inputs":{"y":1}}"#
            #expect(fast.post("/v1/evaluate", question).text == slow.post("/v1/evaluate", question).text, "\(question)")
            guard answer.headers["ETag"] != nil else { continue }
            made += 1
            if FunctionDocument.isReadFast(Array(text.utf8)) { flat += 1 }
        }
        #expect(made > 80 && flat > 80, "\(flat) of \(made)")
    }
}
