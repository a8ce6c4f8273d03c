import Autodiff
import Testing

/// An expression over arrays and what it is worth.
struct ArrayExpression: CustomTestStringConvertible, Sendable {
    let expression: String
    let value: Tensor

    init(_ expression: String, _ shape: [Int], _ elements: [Double]) {
        self.expression = expression
        value = Tensor(shape: Shape(shape) ?? .scalar, elements: elements) ?? Tensor(.nan)
    }

    init(_ expression: String, _ number: Double) { self.init(expression, [], [number]) }

    var testDescription: String { expression }

    /// `v` is 1 to 4, `m` is 1 to 6 in two rows, `t` is 0 to 23 in 2, 3 and 4; `a` and `b` are 2 and 3.
    static let bindings: [String: Tensor] = [
        "v": Tensor([1, 2, 3, 4]), "a": 2, "b": 3,
        "m": Tensor(shape: Shape([2, 3]) ?? .scalar, elements: [1, 2, 3, 4, 5, 6]) ?? 0,
        "t": Tensor(shape: Shape([2, 3, 4]) ?? .scalar, elements: (0..<24).map(Double.init)) ?? 0,
    ]

    func check() throws {
        let graph = try Graph(expression: expression, shapes: Self.bindings.mapValues(\.shape))
        let names = Set(graph.inputs.map(\.name))
        let values = try Evaluation(of: graph)(Self.bindings.filter { names.contains($0.key) }).values
        #expect(values.last?.tensor == value)
    }
}

@Suite struct `Array expressions` {
    @Test(arguments: [
        ArrayExpression("sum(m)", 21),
        ArrayExpression("sum(m, axis=0)", [3], [5, 7, 9]),
        ArrayExpression("sum(m, axis=-1)", [2], [6, 15]),
        ArrayExpression("sum(m, 0)", [3], [5, 7, 9]),
        ArrayExpression("sum(m, -1, true)", [2, 1], [6, 15]),
        ArrayExpression("sum(m, axis=[0, 1], keepdims=true)", [1, 1], [21]),
        ArrayExpression("sum(m, [0, -1], keepdims=false)", 21),
        ArrayExpression("sum(m, keepdims=true, axis=1)", [2, 1], [6, 15]),
        ArrayExpression("sum(m,\n  axis = 1\n)", [2], [6, 15]),
        ArrayExpression("sum(m, axis=[])", [2, 3], [1, 2, 3, 4, 5, 6]),
        ArrayExpression("max(m, axis=1) - mean(m, axis=1)", [2], [1, 1]),
        ArrayExpression("sum(sum(m, axis=0)*2, axis=0)", 42),
        ArrayExpression("reshape(m, [3, -1])", [3, 2], [1, 2, 3, 4, 5, 6]),
        ArrayExpression("reshape(v, shape=[2, 2])", [2, 2], [1, 2, 3, 4]),
        ArrayExpression("broadcast_to(a, [3])", [3], [2, 2, 2]),
        ArrayExpression("concat(v, v, axis=0)", [8], [1, 2, 3, 4, 1, 2, 3, 4]),
        ArrayExpression("concat(v, [9], [8, 7], v[:1])", [8], [1, 2, 3, 4, 9, 8, 7, 1]),
        ArrayExpression("vector_norm([3, -4], ord=inf)", 4),
        ArrayExpression("vector_norm([3, -4], ord=-inf)", 3),
        ArrayExpression("einsum(m, [1, 2], subscripts=\"ij,i->j\")", [3], [9, 12, 15]),
        ArrayExpression("einsum(m, subscripts='ij->ji')", [3, 2], [1, 4, 2, 5, 3, 6]),
        ArrayExpression("linear([1, 2, 3], m)", [2], [14, 32]),
        ArrayExpression("linear([1, 2, 3], m, bias=a*b + [1, 2])", [2], [21, 40]),
    ])
    func `take attributes and operands by keyword and place`(expression: ArrayExpression) throws {
        try expression.check()
    }

    @Test(arguments: [
        ArrayExpression("[1, 2, -3]", [3], [1, 2, -3]),
        ArrayExpression("[]", [0], []),
        ArrayExpression("[[], []]", [2, 0], []),
        ArrayExpression("[[1, 2], [3, 4]]", [2, 2], [1, 2, 3, 4]),
        ArrayExpression("[[[1]], [[2]]]", [2, 1, 1], [1, 2]),
        ArrayExpression("[a, b]", [2], [2, 3]),
        ArrayExpression("[a]", [1], [2]),
        ArrayExpression("[-a, a*b, pi < b]", [3], [-2, 6, 0]),
        ArrayExpression("[[a, b], [1, 2]]", [2, 2], [2, 3, 1, 2]),
        ArrayExpression("[v, 2*v]", [2, 4], [1, 2, 3, 4, 2, 4, 6, 8]),
        ArrayExpression("[v, [4, 3, 2, 1]]", [2, 4], [1, 2, 3, 4, 4, 3, 2, 1]),
        ArrayExpression("-[1, 2] + [10, a]", [2], [9, 0]),
        ArrayExpression("[\n  1,\n  2  # two\n]", [2], [1, 2]),
        ArrayExpression("[a > 1 ? b : a, 1]", [2], [3, 1]),
    ])
    func `have literals`(expression: ArrayExpression) throws { try expression.check() }

    @Test(arguments: [
        ArrayExpression("m @ [1, 1, 1]", [2], [6, 15]),
        ArrayExpression("v @ v", 30),
        ArrayExpression("2 * m @ [1, 0, 0] + a", [2], [4, 10]),
        ArrayExpression("m @ [1, 0, 0] * 2", [2], [2, 8]),
        ArrayExpression("v @ v^2", 100),
        ArrayExpression("-v @ v", -30),
        ArrayExpression("[[1, 2], [3, 4]] @ m", [2, 3], [9, 12, 15, 19, 26, 33]),
    ])
    func `multiply matrices`(expression: ArrayExpression) throws { try expression.check() }

    @Test(arguments: [
        ArrayExpression("v[0]", 1),
        ArrayExpression("v[-1]", 4),
        ArrayExpression("v[+1]", 2),
        ArrayExpression("v[-4]", 1),
        ArrayExpression("v[1:3]", [2], [2, 3]),
        ArrayExpression("v[-3:-1]", [2], [2, 3]),
        ArrayExpression("v[::2]", [2], [1, 3]),
        ArrayExpression("v[::-1]", [4], [4, 3, 2, 1]),
        ArrayExpression("v[3:0:-2]", [2], [4, 2]),
        ArrayExpression("v[:]", [4], [1, 2, 3, 4]),
        ArrayExpression("v[::]", [4], [1, 2, 3, 4]),
        ArrayExpression("v[2:2]", [0], []),
        ArrayExpression("v[2:100]", [2], [3, 4]),
        ArrayExpression("m[0]", [3], [1, 2, 3]),
        ArrayExpression("m[-1, 0]", 4),
        ArrayExpression("m[:, 0]", [2], [1, 4]),
        ArrayExpression("m[0:1, -1]", [1], [3]),
        ArrayExpression("m[::-1, ::2]", [2, 2], [4, 6, 1, 3]),
        ArrayExpression("m[1][2]", 6),
        ArrayExpression("t[1, :, 2]", [3], [14, 18, 22]),
        ArrayExpression("t[:, 1]", [2, 4], [4, 5, 6, 7, 16, 17, 18, 19]),
        ArrayExpression("t[-1, 1:3, -1]", [2], [19, 23]),
        ArrayExpression("-v[1]^2", -4),
        ArrayExpression("2^v[2]", 8),
        ArrayExpression("(v + 1)[0]", 2),
        ArrayExpression("[a, b][1]", 3),
        ArrayExpression("[5, 6, 7][1:]", [2], [6, 7]),
        ArrayExpression("sum(m, axis=0)[1]", 7),
        ArrayExpression("v[0] > 0 ? v[1:3] : v[2:]", [2], [2, 3]),
        ArrayExpression("v[\n  1:\n]", [3], [2, 3, 4]),
    ])
    func `are indexed as in Python`(expression: ArrayExpression) throws { try expression.check() }

    @Test(arguments: [
        ArrayExpression("f(x) = x[0]*x[-1]; f(v) + f(m[0])", 7),
        ArrayExpression("f(x) = [x, x]; f(f(a))", [2, 2], [2, 2, 2, 2]),
        ArrayExpression("f(x, w) = tanh(x) * 0 + w @ x; f([1, 1, 1], m[1])", [3], [15, 15, 15]),
        ArrayExpression("f(x) = sum(x, axis=0, keepdims=true); f(m)", [1, 3], [5, 7, 9]),
        ArrayExpression("axis = m; sum(axis, axis=1)", [2], [6, 15]),
        ArrayExpression("w = v[:]; w[0]", 1),
    ])
    func `go through functions and names`(expression: ArrayExpression) throws { try expression.check() }
}
