import Autodiff
import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Refused requests` {
    static let bodies: [Refusal] = [
        Refusal("", .invalidJSON, nil),
        Refusal("  ", .invalidJSON, nil),
        Refusal("{", .invalidJSON, nil),
        Refusal("nul", .invalidJSON, nil),
        Refusal(#"{"expression": "y = x"} x"#, .invalidJSON, nil),
        Refusal(bytes: [0xEF, 0xBB, 0xBF] + Array("{}".utf8), .invalidJSON, nil),
        Refusal(bytes: Array(#"{"expression": ""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8), .invalidJSON, nil),
        Refusal(bytes: [0xFF, 0xFE, 0x7B, 0x00], .invalidJSON, nil),
        Refusal(String(repeating: "[", count: 100_000), .invalidJSON, String(repeating: "/0", count: 64)),
        Refusal(
            #"{"inputs": {"a": {"x": 1, "x": 2}}, "expression": "a"}"#, .invalidJSON, "/inputs/a/x"),
        Refusal(#"{"expression": "y = x", "inputs": {"x": 1e999}}"#, .invalidJSON, "/inputs/x"),
        Refusal(#"{"expression": "y = x", "inputs": {"x": -1e-999}}"#, .invalidJSON, "/inputs/x"),
        Refusal(#"{"expression": "y = x", "inputs": {"x": 01}}"#, .invalidJSON, nil),
        Refusal(#"{"expression": "y = x", "inputs": {"x": NaN}}"#, .invalidJSON, nil),
        Refusal("[]", .invalidRequest, ""),
        Refusal("null", .invalidRequest, ""),
        Refusal("3", .invalidRequest, ""),
        Refusal("{}", .missingField, ""),
        Refusal(#"{"graph": null}"#, .missingField, ""),
        Refusal(#"{"graph": {}}"#, .missingField, "/graph"),
        Refusal(#"{"graph": {"nodes": []}, "expression": "1"}"#, .invalidRequest, ""),
        Refusal(#"{"expression": "x", "wrt": ["x", "x"], "inputs": {"x": 1}}"#, .invalidRequest, "/wrt/1"),
        Refusal(#"{"expression": "x", "report": ["x", "x"], "inputs": {"x": 1}}"#, .invalidRequest, "/report/1"),
        Refusal(#"{"expression": "x", "outputs": ["x", "x"], "inputs": {"x": 1}}"#, .invalidRequest, "/outputs/1"),
        Refusal(#"{"expression": "x", "timing": true}"#, .unknownField, "/timing", suggestion: "timings"),
        Refusal(#"{"expression": "x", "a/b~c": true}"#, .unknownField, "/a~1b~0c"),
        Refusal(
            #"{"expression": "x", "wrt": []}"#, .unknownField, "/wrt", path: "/v1/evaluate"),
        Refusal(
            #"{"graph": {"node": []}}"#, .unknownField, "/graph/node", suggestion: "nodes"),
        Refusal(
            #"{"expression": "x", "inputs": {"x": {"shape": [], "dtype": "float64", "data": {}, "size": 1}}}"#,
            .unknownField, "/inputs/x/size"),
        Refusal(
            #"{"expression": "x", "inputs": {"x": {"shape": [], "dtype": "float64", "data": {"buffr": 1}}}}"#,
            .unknownField, "/inputs/x/data/buffr", suggestion: "buffer"),
    ]

    static let functions: [Refusal] = [
        .graph(#"{"id": "y", "op": "sni", "args": []}"#, .unknownOp, "/graph/nodes/0/op", node: "y", suggestion: "sin"),
        .graph(#"{"id": "y", "op": "convolve", "args": []}"#, .unknownOp, "/graph/nodes/0/op", node: "y"),
        .graph(#"{"id": "y", "op": "add", "args": [1]}"#, .wrongArity, "/graph/nodes/0/args", node: "y"),
        .graph(#"{"id": "y", "op": "add"}"#, .wrongArity, "/graph/nodes/0/args", node: "y"),
        .graph(#"{"id": "y", "op": "input", "args": [1]}"#, .wrongArity, "/graph/nodes/0/args", node: "y"),
        .graph(
            #"{"id": "y", "op": "exp", "args": [1], "shape": []}"#, .invalidAttribute, "/graph/nodes/0/shape", node: "y"
        ),
        .graph(#"{"id": "y", "op": "input", "shape": [-1]}"#, .invalidAttribute, "/graph/nodes/0/shape", node: "y"),
        .graph(#"{"id": "y", "op": "const"}"#, .invalidAttribute, "/graph/nodes/0", node: "y"),
        .graph(#"{"id": "y", "op": "exp", "args": ["y"]}"#, .cycle, "/graph/nodes/0/args", node: "y"),
        .graph(
            #"{"id": "a/b", "op": "exp", "args": ["c~"]}, {"id": "c~", "op": "sin", "args": ["a/b"]}"#, .cycle,
            "/graph/nodes/0/args", node: "a/b"),
        .graph(
            #"{"id": "\u00e9", "op": "input"}, {"id": "e\u0301", "op": "input"}"#, .duplicateID,
            "/graph/nodes/1/id", node: "é"),
        .graph(#"{"id": "a\u0007", "op": "input"}"#, .invalidID, "/graph/nodes/0/id", node: "a\u{7}"),
        .graph(
            #"{"id": "\#(String(repeating: "x", count: 257))", "op": "input"}"#, .invalidID, "/graph/nodes/0/id",
            node: String(repeating: "x", count: 257)),
        .graph(#"{"id": "y", "op": "exp", "args": ["Infinity"]}"#, .unknownID, "/graph/nodes/0/args/0", node: "y"),
        Refusal(
            #"{"graph": {"nodes": [{"id": "abc", "op": "input"}], "outputs": ["abd"]}}"#, .unknownID,
            "/graph/outputs/0", suggestion: "abc"),
        .graph(#"{"id": "y", "op": "input", "value": [1, 2]}"#, .notScalar, "", node: "y"),
        .graph(
            #"{"id": "y", "op": "sum", "args": [1], "axis": 0}"#, .invalidAttribute, "/graph/nodes/0/axis", node: "y"),
        .graph(
            #"{"id": "y", "op": "sum", "args": [1], "axes": 0}"#, .invalidAttribute, "/graph/nodes/0/axes", node: "y"),
        .graph(
            #"{"id": "y", "op": "sum", "args": [1], "axs": 0}"#, .unknownField, "/graph/nodes/0/axs", node: "y",
            suggestion: "axis"),
        .graph(#"{"id": "y", "op": "reshape", "args": [1]}"#, .invalidAttribute, "/graph/nodes/0", node: "y"),
        .graph(
            #"{"id": "y", "op": "input", "value": 1, "shape": [2]}"#, .shapeMismatch, "/graph/nodes/0/value", node: "y"),
        .graph(#"{"id": "y", "op": "input", "value": [[1], [2, 3]]}"#, .shapeMismatch, "/graph/nodes/0/value/1"),
        .graph("", .ambiguousOutput, "/graph/nodes"),
        Refusal(#"{"graph": {"nodes": [], "outputs": []}}"#, .ambiguousOutput, "/graph/outputs"),
        .expression("y = (x", .invalidExpression),
        .expression("", .invalidExpression),
        .expression("y = x $ 2", .invalidExpression),
        .expression("y = maximun(x)", .unknownOp, suggestion: "maximum"),
        .expression("y = sin(x, 1)", .wrongArity),
        .expression("y = x; y = 2", .duplicateID, node: "y"),
        .expression("f(x) = f(x); y = f(1)", .invalidExpression),
        .expression(String(repeating: "(", count: 300), .limitExceeded),
        .expression(
            "y = \(String(repeating: "sin(", count: 300))x\(String(repeating: ")", count: 300))", .limitExceeded),
    ]

    static let points: [Refusal] = [
        Refusal(#"{"expression": "y = x"}"#, .missingInput, "/inputs", node: "x"),
        Refusal(
            #"{"expression": "y = alpha", "inputs": {"alpha": 1, "alhpa": 2}}"#, .unknownInput, "/inputs/alhpa",
            node: "alhpa", suggestion: "alpha"),
        Refusal(
            #"{"expression": "y = alpha", "inputs": {"alpha": 1, "u/v~": 2}}"#, .unknownInput, "/inputs/u~1v~0",
            node: "u/v~"),
        Refusal(#"{"expression": "y = x*z", "inputs": {"x": [1, 2, 3], "z": [2, 2]}}"#, .shapeMismatch, "/expression"),
        Refusal(
            #"{"expression": "y = take(x, i)", "inputs": {"x": [1, 2], "i": 5}}"#, .indexOutOfRange, nil, node: "y"),
        Refusal(#"{"expression": "y = x", "inputs": {"x": []}}"#, .notScalar, "", node: "y"),
        Refusal(
            #"{"expression": "y = sum(x)", "inputs": {"x": [1]}, "partials": true}"#, .notScalar, "/partials",
            node: "x"),
        Refusal(#"{"expression": "u = x; v = x", "outputs": ["u", "v"], "inputs": {"x": 1}}"#, .ambiguousOutput, ""),
        Refusal(#"{"expression": "u = x", "outputs": [], "inputs": {"x": 1}}"#, .ambiguousOutput, "/outputs"),
        Refusal(
            #"{"expression": "value = x", "output": "valu", "inputs": {"x": 1}}"#, .unknownID, "/output",
            suggestion: "value"),
        Refusal(#"{"expression": "y = x", "wrt": ["x", "qq"], "inputs": {"x": 1}}"#, .unknownID, "/wrt/1"),
        Refusal(#"{"expression": "y = x", "report": ["qq"], "inputs": {"x": 1}}"#, .unknownID, "/report/0"),
        Refusal(
            #"{"expression": "y = x", "outputs": ["qq"], "inputs": {"x": 1}}"#, .unknownID, "/outputs/0",
            path: "/v1/evaluate"),
    ]

    static let derivatives: [Refusal] = [
        Refusal(#"{"expression": "y = x"}"#, .missingField, "", path: "/v1/vjp"),
        Refusal(#"{"expression": "y = x", "vector": null}"#, .missingField, "", path: "/v1/hvp"),
        Refusal(#"{"expression": "y = x", "cotangents": [1]}"#, .invalidRequest, "/cotangents/0", path: "/v1/vjp"),
        Refusal(#"{"expression": "y = x", "tangents": {"x": "a"}}"#, .invalidRequest, "/tangents/x", path: "/v1/jvp"),
        Refusal(
            #"{"expression": "y = x", "tangents": [{"x": 1}, {"x": true}]}"#, .invalidRequest, "/tangents/1/x",
            path: "/v1/jvp"),
        Refusal(
            #"{"expression": "y = x", "inputs": {"x": 1}, "vector": {"z": 1}}"#, .unknownInput, "/vector/z",
            node: "z", path: "/v1/hvp"),
        Refusal(
            #"{"expression": "y = x", "inputs": {"x": 1}, "cotangents": [{"y": 1}, {"y": [1]}]}"#, .shapeMismatch,
            "/cotangents/1/y", node: "y", path: "/v1/vjp"),
        Refusal(
            #"{"expression": "y = x", "cotangents": {"y": 1}}"#, .missingInput, "/inputs", node: "x", path: "/v1/vjp"),
        Refusal(#"{"expression": "y = x", "mode": 1}"#, .invalidRequest, "/mode", path: "/v1/jacobian"),
        Refusal(#"{"expression": "y = x", "wrt": ["q"]}"#, .unknownInput, "/wrt/0", node: "q", path: "/v1/jacobian"),
        Refusal(#"{"expression": "y = x", "tangents": {}, "wrt": []}"#, .unknownField, "/wrt", path: "/v1/jvp"),
        Refusal(
            #"{"expression": "u = x; v = x", "outputs": ["u", "v"], "inputs": {"x": 1}}"#, .ambiguousOutput, "",
            path: "/v1/hessian"),
        Refusal(
            #"{"expression": "y = x*2", "inputs": {"x": [1, 2]}}"#, .notScalar, "", node: "y", path: "/v1/hessian"),
        Refusal(
            #"{"graph": {"nodes": [{"id": "x", "op": "input", "shape": [10000]}, {"id": "y", "op": "sum", "args": ["x"]}]}}"#,
            .limitExceeded, nil, path: "/v1/hessian"),
    ]

    @Test(arguments: bodies + functions + points + derivatives)
    func `say what is wrong and where`(refusal: Refusal) throws {
        try refusal.check(AdjointService().post(refusal.path, refusal.body))
    }

    /// Codes that no request meets so far, with the reason.
    static let unreachable: [ProblemCode: String] = [
        .internal: "it would be a defect",
        .storageFailed: "a disk fails by no request",
    ]

    /// Codes that `ServerRefusalTests` and the fixtures provoke: they are about the server, not the function.
    static let byServer: Set<ProblemCode> = [
        .malformedRequest, .unauthorized, .forbidden, .notFound, .methodNotAllowed, .bodyTooLarge, .rateLimited,
        .queueFull, .shuttingDown, .deadlineExceeded, .readOnly, .preconditionFailed, .notAcceptable,
    ]

    @Test func `are there for every code`() {
        let provoked = Set((Self.bodies + Self.functions + Self.points).map(\.code))
        #expect(provoked.union(Self.unreachable.keys).union(Self.byServer) == Set(ProblemCode.allCases))
        let recorded = Set(
            Fixture.list.compactMap { fixture in
                (try? FoundationJSON.value(of: fixture.responseBody))?["code"]?.text
            })
        #expect(recorded.union(Self.unreachable.keys.map(\.rawValue)) == Set(ProblemCode.allCases.map(\.rawValue)))
        let engine = Set(GraphError.Code.allCases.map { ProblemCode($0) })
        #expect(!engine.contains(.internal) && engine.isSubset(of: provoked))
    }
}
