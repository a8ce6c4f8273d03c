import Autodiff
import Testing

@Suite struct `Statements` {
    @Test func `give ids in the order of evaluation`() throws {
        let graph = try Graph(
            expression: """
                e = a*b            # a name that is never assigned is an input
                d = c + e
                l = d*f
                o = tanh(l)        # the output
                """)
        #expect(graph.ids == ["a", "b", "e", "c", "d", "f", "l", "o"])
        #expect(graph.inputs.map(\.name) == ["a", "b", "c", "f"])
        #expect(graph.outputs == [7])
        #expect(graph.count == 8)
        let value = graph.value(["a": 0.4, "b": 0.8, "c": 1, "f": -1.5])
        #expect(value.isClose(to: -0.9625869800912908, ulps: 2))
    }

    @Test(arguments: [
        "y = a\nz = y * 2", "y = a;z = y * 2", "\n\n;; y = a ;\n; z = y * 2 ;\n", "y = a\r\nz = y * 2\r\n",
        "y = a\rz = y * 2", "# first\ny = a # then\n# last\nz = y * 2 # end", "y = (\n a # inside\n)\nz = y * (\r\n2)",
        "\ty\t=\ta\n\tz = y\u{A0}*\u{3000}2", "\u{FEFF}y = a\nz = y * 2",
    ])
    func `end with a line or a semicolon`(expression: String) throws {
        let graph = try Graph(expression: expression)
        #expect(graph.ids == ["a", "y", "z"])
        #expect(graph.form == "multiply(y, 2.0)")
    }

    @Test(arguments: [
        ("a*b", ["a", "b", "result"]),
        ("a", ["a", "result"]),
        ("y = a*b; y + 1", ["a", "b", "y", "result"]),
        ("y = a*b; y", ["a", "b", "y", "result"]),
        ("a*b; f(x) = x", ["a", "b", "result"]),
        ("k = 2", ["k"]),
        ("k = pi", ["k"]),
        ("x = 1; y = x; z = y", ["x", "y", "z"]),
        ("f(x, y) = x; y = f(a, b); g(x) = x", ["a", "b", "y"]),
        ("result = a", ["a", "result"]),
        ("α = β₁ + x′ + Ünï_1", ["β₁", "x′", "Ünï_1", "α"]),
    ])
    func `name their nodes`(expression: String, ids: [String]) throws {
        let graph = try Graph(expression: expression)
        #expect(graph.ids == ids)
        #expect(Set(graph.namedNodes.map(\.node)).count == ids.count, "an id has a node of its own")
        #expect(graph.namedNodes.map(\.node) == graph.namedNodes.map(\.node).sorted())
        #expect(graph.namedNodes.last?.node == graph.outputs[0])
    }

    @Test(arguments: [
        ("2", 2), ("1.5e-3", 1.5e-3), (".5", 0.5), ("1.", 1), ("1E5", 1e5), ("1e+2", 100), ("-0", -0.0), ("-3", -3),
        ("0.1", 0.1), ("123456789012345678901234567890", 1.2345678901234568e29),
        ("2.2250738585072014e-308", 2.2250738585072014e-308), ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0),
        ("1e23", 1e23),
        ("8.98846567431158e307", 8.98846567431158e307), ("9007199254740993", 9_007_199_254_740_992),
        ("0.30000000000000004", 0.30000000000000004), ("1.7976931348623157e308", .greatestFiniteMagnitude),
        ("00012.500", 12.5), ("1e0000000000000000000000001", 10), ("0e99999999999999999999", 0),
        ("pi", .pi), ("inf", .infinity), ("-inf", -.infinity), ("nan", .nan),
    ])
    func `read numbers to the nearest double`(literal: String, number: Double) throws {
        let value = try Graph(expression: literal).value()
        #expect(value.bitPattern == number.bitPattern || (value.isNaN && number.isNaN), "\(value)")
    }

    @Test func `choose outputs by id`() throws {
        let graph = try Graph(expression: "y = a*b; z = y + 1; w = z^2", outputs: ["z", "a"])
        #expect(graph.outputs.map { graph.form(of: $0, unfold: false) } == ["z", "a"])
        #expect(try Graph(expression: "y = é + 1", outputs: ["e\u{301}"]).outputs == [0])
    }

    @Test func `take the shapes of inputs`() throws {
        let shape = try #require(Shape([2, 3]))
        let graph = try Graph(expression: "y = x * 2 + b", shapes: ["x": shape])
        #expect(graph.shape(of: graph.outputs[0]) == shape)
        #expect(graph.shape(of: graph.inputs[1].node) == .scalar)
    }

    @Test(arguments: [
        ("pi = 3; pi + 1", ["pi", "result"]), ("inf = a; y = inf", ["a", "inf", "y"]),
        ("f(pi) = pi + 1; f(a)", ["a", "result"]),
    ])
    func `may call a constant something else`(expression: String, ids: [String]) throws {
        #expect(try Graph(expression: expression).ids == ids)
    }

    @Test func `tell names apart as strings do`() throws {
        #expect(try Graph(expression: "\u{E9} + e\u{301}").inputs.count == 1)
        #expect(try Graph(expression: "K + \u{212A} + K\u{212A}1 + KK1").inputs.map(\.name) == ["K", "KK1"])
    }
}
