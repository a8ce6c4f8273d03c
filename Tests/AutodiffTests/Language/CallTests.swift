import Autodiff
import Testing

@Suite struct `Calls` {
    private static let identifiers = Op.names.sorted().filter { name in
        name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && Op.named(name)?.isElementwise == true
    }

    @Test(arguments: identifiers)
    func `reach every elementwise op by every name`(name: String) throws {
        let op = try #require(Op.named(name))
        let arguments = ["x", "y", "z", "w"].prefix(op.arity)
        let graph = try Graph(expression: "\(name)(\(arguments.joined(separator: ", ")))")
        #expect(graph.form == "\(op.name)(\(arguments.joined(separator: ", ")))")
    }

    @Test(arguments: [
        ("gamma = 2; tanh = gamma * x; tanh(tanh)", "tanh(tanh)"),
        ("sqrt (x)", "sqrt(x)"),
        ("sqrt(\n  x\n)", "sqrt(x)"),
        ("where(x < 0, 0, x)", "where(less(x, 0.0), 0.0, x)"),
        ("pow(sin(x), cos(x))", "pow(sin(x), cos(x))"),
    ])
    func `take expressions`(expression: String, form: String) throws {
        #expect(try Graph(expression: expression).form == form)
    }

    @Test(arguments: [
        ("f(x) = x^2; f(a)", "pow(a, 2.0)"),
        ("f(x, y) = x - y; f(b, a)", "subtract(b, a)"),
        ("f(x) = x*k; k = 3; f(a)", "multiply(a, k)"),
        ("f(x) = x*k; f(k)", "multiply(k, k)"),
        ("f(x) = x + 1; g(x) = f(x) * f(-x); g(a)", "multiply(add(a, 1.0), add(negative(a), 1.0))"),
        ("f(x) = x + 1; g(y, x) = f(y) - x; g(a, b)", "subtract(add(a, 1.0), b)"),
        ("f(x) = x + 1; f(f(f(a)))", "add(add(add(a, 1.0), 1.0), 1.0)"),
        ("f(x) = 2; f(a) + 1", "add(2.0, 1.0)"),
        ("f() = 2*pi; a * f()", "multiply(a, multiply(2.0, \(Double.pi)))"),
        ("f(x, y) = y; f(a, b)", "positive(b)"),
        ("tanh(x) = x*2; tanh(a)", "multiply(a, 2.0)"),
        ("f(tanh) = tanh(tanh); f(a)", "tanh(a)"),
        ("f(x) = x; x = 3; f(x) + x", "add(x, x)"),
        ("f(x) = x; f = 2; f(f) * f", "multiply(f, f)"),
        ("f(x) = (\n x + 1\n)\nf(\n a)", "add(a, 1.0)"),
    ])
    func `inline functions of the program`(expression: String, form: String) throws {
        #expect(try Graph(expression: expression).form == form)
    }

    @Test func `share an argument instead of repeating it`() throws {
        let graph = try Graph(expression: "f(x) = x*x; y = f(f(f(a + b)))")
        #expect(graph.count == 6)
        #expect(graph.value(["a": 1, "b": 1]) == 256)
    }

    @Test func `make inputs of free names where they are called`() throws {
        let graph = try Graph(expression: "f(x) = x*c; g(x) = unused + x; y = a; z = f(b)")
        #expect(graph.inputs.map(\.name) == ["a", "b", "c"])
    }
}
