import Foundation
import Testing

@Suite struct `The command` {
    private static let seed = "o = tanh((a*b + c)*f)"
    private static let point = ["a=0.4", "b=0.8", "c=1", "f=-1.5"]
    private static let seedJSON =
        #"{"output":"o","value":-0.9625869800912908,"values":{"a":0.4,"b":0.8,"c":1,"f":-1.5,"o":-0.9625869800912908},"#
        + #""gradients":{"a":-0.08811156691047473,"b":-0.04405578345523736,"c":-0.11013945863809341,"#
        + #""f":0.09692272360152221,"o":1}}"# + "\n"

    @Test func `prints a gradient as a table`() throws {
        let result = try Command(["gradient", Self.seed] + Self.point).end()
        #expect(result.status == 0 && result.errors == "")
        #expect(
            result.output == """
                node  op     value                gradient
                a     input   0.4                 -0.08811156691047473
                b     input   0.8                 -0.04405578345523736
                c     input   1.0                 -0.11013945863809341
                f     input  -1.5                  0.09692272360152221
                o     tanh   -0.9625869800912908   1.0

                """)
    }

    @Test func `prints a gradient as JSON`() throws {
        let result = try Command(["gradient", "--json", Self.seed] + Self.point).end()
        #expect(result.status == 0 && result.errors == "")
        #expect(result.output == Self.seedJSON)
    }

    @Test func `prints values`() throws {
        let table = try Command.run("evaluate", "r = sqrt(x^2 + y^2)", "x=3", "y=4")
        #expect(table.status == 0 && table.errors == "")
        #expect(table.output == "node  op     value\nx     input   3.0\ny     input   4.0\nr     sqrt    5.0\n")
        let json = try Command.run("evaluate", "r = sqrt(x^2 + y^2)", "x=3", "y=4", "--json")
        #expect(json.output == #"{"values":{"x":3,"y":4,"r":5}}"# + "\n")
    }

    @Test(arguments: [
        "o = tanh((a*b + c)*f)\n",
        #"{"expression": "o = tanh((a*b + c)*f)", "inputs": {"a": 9, "f": 9}}"#,
        #"""
        {"nodes": [{"id": "a", "op": "input"}, {"id": "b", "op": "input"}, {"id": "c", "op": "input"},
          {"id": "f", "op": "input"}, {"id": "o", "op": "tanh", "args": ["l"]}, {"id": "l", "op": "*", "args": ["d", "f"]},
          {"id": "d", "op": "+", "args": ["e", "c"]}, {"id": "e", "op": "*", "args": ["a", "b"]}]}
        """#,
    ])
    func `reads a function from a file and from standard input`(text: String) throws {
        let file = try TemporaryFile(text)
        let answer = #""value":-0.9625869800912908"#
        let fromFile = try Command(["gradient", "--json", file.url.path] + Self.point).end()
        #expect(fromFile.status == 0 && fromFile.output.contains(answer))
        let fromInput = try Command(["gradient", "--json", "-"] + Self.point, input: text).end()
        #expect(fromInput.status == 0 && fromInput.output == fromFile.output)
    }

    @Test func `picks one of several outputs`() throws {
        let graph =
            #"{"nodes": [{"id": "x", "op": "input"}, {"id": "u", "op": "exp", "args": ["x"]}, "#
            + #"{"id": "v", "op": "sin", "args": ["x"]}]}"#
        let some = try Command.run("gradient", "-", "x=0", "--output", "v", "--json", input: graph)
        #expect(some.status == 0 && some.output.hasPrefix(#"{"output":"v","value":0,"#))
        let none = try Command.run("gradient", "-", "x=0", input: graph)
        #expect(none.status == 65 && none.errors.contains("2 outputs"))
    }

    @Test func `warns of what is not finite, and goes on`() throws {
        let result = try Command.run("gradient", "y = sqrt(x)", "x=0")
        #expect(result.status == 0 && result.output.contains("inf"))
        #expect(result.errors == "adjoint: warning: The gradient of \"x\" is Infinity where its value is 0.\n")
    }

    @Test(arguments: [
        (
            ["gradient", "y = tahn(x)", "x=1"],
            "line 1, column 5: There is no function \"tahn\"; did you mean \"tanh\"?"
        ),
        (["gradient", "y = x"], "Input \"x\" has no number"),
        (["gradient", "y = x", "x"], "write an input as name=number"),
        (["gradient", "y = x", "x=one"], "\"one\" is no number"),
        (["gradient", "y = x", "x=-1e400"], "\"-1e400\" is no number"),
        (["gradient", "y = x", "x=1", "x=2"], "Input \"x\" is bound twice"),
        (["gradient", "y = x", "x=[1, 2]"], "has shape [2]; a gradient is that of a scalar"),
        (["evaluate", "y = x", "z=1", "x=2"], "There is no input \"z\""),
        (["evaluate", #"{"expression": "y = x", "inputs": {"x": }}"#], "At byte 40"),
        (["evaluate", #"{"nodes": [{"id": "x", "op": "inptu"}]}"#], "did you mean \"input\"?"),
        (["evaluate", ""], "The expression computes nothing"),
    ])
    func `exits 65 where the function or its numbers are wrong`(arguments: [String], message: String) throws {
        let result = try Command(arguments).end()
        #expect(result.status == 65 && result.output == "")
        #expect(result.errors.hasPrefix("adjoint: "))
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func `shows the place of a mistake`() throws {
        let result = try Command.run("gradient", "u = 2\ny = tahn(x)", "x=1")
        #expect(result.errors.contains("line 2, column 5"))
        #expect(result.errors.hasSuffix("y = tahn(x)\n    ^\n"), "\(result.errors)")
    }

    @Test(arguments: [
        [], ["gradient"], ["gradients", "x"], ["gradient", "--jsn", "x"], ["serve", "--port", "many"],
    ])
    func `exits 64 where the usage makes no sense`(arguments: [String]) throws {
        let result = try Command(arguments).end()
        // Without a command it explains itself, which is no mistake.
        #expect(result.status == (arguments.isEmpty ? 0 : 64))
        #expect(!(result.output + result.errors).isEmpty)
    }

    @Test func `exits 66 where the input cannot be read`() throws {
        let result = try Command.run("gradient", "/")
        #expect(result.status == 66 && result.errors == "adjoint: / cannot be read.\n")
    }

    @Test func `tells its version and its usage`() throws {
        #expect(try Command.run("--version").output == "1.0.0\n")
        let help = try Command.run("--help")
        for command in ["serve", "gradient", "evaluate", "bench", "health"] {
            #expect(help.output.contains("  \(command) "))
        }
    }
}
