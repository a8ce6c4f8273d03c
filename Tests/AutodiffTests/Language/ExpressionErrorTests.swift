import Autodiff
import Testing

/// An expression that is wrong, and what is said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let expression: String
    let code: GraphError.Code
    let line: Int
    let column: Int
    let words: String
    let suggestion: String?
    let shapes: [String: Shape]

    init(
        _ expression: String, _ line: Int, _ column: Int, _ words: String,
        _ code: GraphError.Code = .invalidExpression, suggestion: String? = nil, shapes: [String: [Int]] = [:]
    ) {
        self.expression = expression
        self.code = code
        self.line = line
        self.column = column
        self.words = words
        self.suggestion = suggestion
        self.shapes = shapes.compactMapValues { Shape($0) }
    }

    var testDescription: String { expression }

    private func refusal() -> GraphError? {
        do {
            _ = try Graph(expression: expression, shapes: shapes)
            return nil
        } catch {
            return error
        }
    }

    func check() throws {
        let error = try #require(refusal())
        #expect(error.code == code, "\(error.detail)")
        #expect(error.detail.contains(words), "\(error.detail)")
        #expect(error.detail.hasSuffix(".") || error.detail.hasSuffix("?"))
        #expect(error.suggestion == suggestion)
        guard case .expression(let line, let column, _) = try #require(error.place) else {
            Issue.record("not in the expression: \(error)")
            return
        }
        #expect([line, column] == [self.line, self.column], "\(error.detail)")
    }
}

@Suite struct `Errors of expressions` {
    @Test(arguments: [
        Mistake("", 1, 1, "computes nothing"),
        Mistake("# only a comment", 1, 1, "computes nothing"),
        Mistake("f(x) = x", 1, 1, "computes nothing"),
        Mistake("y = (a + b", 1, 5, "never closed"),
        Mistake("y = tanh(a + b\nz = y", 1, 9, "never closed"),
        Mistake("y = tanh  (a + (b)", 1, 11, "never closed"),
        Mistake("y = (a + \nz = y", 1, 5, "never closed"),
        Mistake("y = (a; z = 2", 1, 5, "never closed"),
        Mistake("y = (a + ; z = 2", 1, 5, "never closed"),
        Mistake("y = a + b)", 1, 10, "no \"(\""),
        Mistake(")", 1, 1, "no \"(\""),
        Mistake("y = ()", 1, 5, "nothing between"),
        Mistake("y = a +", 1, 7, "missing after \"+\""),
        Mistake("y = a +\nb", 1, 7, "only inside parentheses"),
        Mistake("y = a + ; b", 1, 7, "missing after \"+\""),
        Mistake("y = (a +)", 1, 8, "missing after \"+\""),
        Mistake("y = sin(a,)", 1, 10, "missing after \",\""),
        Mistake("y = sin(,a)", 1, 9, "missing before \",\""),
        Mistake("y =", 1, 3, "missing after \"=\""),
        Mistake("y = a * / b", 1, 9, "missing before \"/\""),
        Mistake("= 2", 1, 1, "missing before \"=\""),
        Mistake("y = a b", 1, 7, "\"a*b\""),
        Mistake("y = (a)(b)", 1, 8, "operator is missing"),
        Mistake("y = 2(b)", 1, 6, "\"2*(\""),
        Mistake("y = 2x", 1, 6, "\"2*x\""),
        Mistake("y = 2 x", 1, 7, "\"2*x\""),
        Mistake("y = 2e + 1", 1, 6, "\"2*e\""),
        Mistake("y = 2α", 1, 6, "\"2*α\""),
        Mistake("y = cos x", 1, 9, "\"cos(x)\""),
        Mistake("y = a, b", 1, 6, "between the arguments"),
        Mistake("y = (a, b)", 1, 7, "between the arguments"),
    ])
    func `of structure`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: [
        Mistake("y = a = b", 1, 7, "\"==\""),
        Mistake("y = (a = b)", 1, 8, "\"==\""),
        Mistake("a + b = c", 1, 1, "a function as in \"f(x, y)\""),
        Mistake("(y) = c", 1, 1, "stands a name"),
        Mistake("2 = c", 1, 1, "stands a name"),
        Mistake("f(x)*2 = c", 1, 1, "stands a name"),
        Mistake("f(2) = c", 1, 3, "parameters of a function are names"),
        Mistake("f(x, y, x) = c", 1, 9, "two parameters"),
        Mistake("y = a < b < c", 1, 11, "do not chain"),
        Mistake("y = a == b != c", 1, 12, "do not chain"),
        Mistake("y = a ? b", 1, 7, "no \":\""),
        Mistake("y = a ? b\n: c", 1, 7, "no \":\""),
        Mistake("y = (a ? b)", 1, 8, "no \":\""),
        Mistake("y = f(a ? b, c)", 1, 9, "no \":\""),
        Mistake("y = a : b", 1, 7, "no \"?\""),
        Mistake("y = a ? b : c : d", 1, 15, "no \"?\""),
        Mistake("y = a && b", 1, 7, "\"&&\""),
        Mistake("y = a & b", 1, 7, "\"&\""),
        Mistake("y = a || b", 1, 7, "\"||\""),
        Mistake("y = !a", 1, 5, "\"c == 0\""),
        Mistake("y = a and b", 1, 7, "product of two comparisons"),
        Mistake("y = a if b else c", 1, 7, "condition ? a : b"),
        Mistake("y = a % b", 1, 7, "\"%\""),
        Mistake("y = a // b", 1, 7, "starts with \"#\""),
        Mistake("y = a × b", 1, 7, "\"*\""),
        Mistake("y = a·b", 1, 6, "\"*\""),
        Mistake("y = a − b", 1, 7, "\"-\""),
        Mistake("y = a²", 1, 6, "\"^2\""),
        Mistake("y = a $ b", 1, 7, "\"$\" (U+0024 DOLLAR SIGN)"),
        Mistake("y = 😀 + 1", 1, 5, "U+1F600 GRINNING FACE"),
        Mistake("y = a\u{0}b", 1, 6, "U+0000"),
        Mistake("y = \"a\"", 1, 5, "Quotes"),
        Mistake("y = {a}", 1, 5, "Braces"),
    ])
    func `of operators`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: [
        Mistake("y = 1e400", 1, 5, "out of range"),
        Mistake("y = -1.8e308", 1, 6, "out of range"),
        Mistake("y = 1.2.3", 1, 8, "one decimal point"),
        Mistake("y = 1_000", 1, 6, "without \"_\""),
        Mistake("y = .", 1, 5, "\"0.5\""),
        Mistake(String(repeating: "x", count: 257), 1, 1, "at most 256", .invalidID),
    ])
    func `of numbers and names`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: [
        Mistake("y = tahn(x)", 1, 5, "did you mean \"tanh\"?", .unknownOp, suggestion: "tanh"),
        Mistake("y = max(x, z)", 1, 5, "did you mean \"maximum\"?", .wrongArity, suggestion: "maximum"),
        Mistake("energy(x) = x; y = enrgy(x)", 1, 20, "did you mean", .unknownOp, suggestion: "energy"),
        Mistake("y = qqqqqqq(x)", 1, 5, "There is no function \"qqqqqqq\".", .unknownOp),
        Mistake("weight = 2; y = weight(1 + a)", 1, 17, "\"weight*(...)\"", .unknownOp),
        Mistake("f(x) = qqqqqqq(x); y = 1", 1, 8, "no function", .unknownOp),
        Mistake("y = tanh(a, b)", 1, 5, "tanh takes 1 operand, not 2", .wrongArity),
        Mistake("y = a + atan2(a)", 1, 9, "atan2 takes 2 operands, not 1", .wrongArity),
        Mistake("y = tanh()", 1, 5, "not 0", .wrongArity),
        Mistake("f(x) = x; y = f(1, 2)", 1, 15, "f takes 1 argument, not 2", .wrongArity),
        Mistake("f(x, y) = x; y = f()", 1, 18, "f takes 2 arguments, not 0", .wrongArity),
        Mistake("f(x) = f(x - 1); y = f(1)", 1, 8, "may not call itself"),
        Mistake("tanh(x) = tanh(x) + 1; y = 1", 1, 11, "may not call itself"),
        Mistake("y = f(1)\nf(x) = x", 1, 5, "before its definition in line 2"),
        Mistake("g(x) = f(x)\nf(x) = g(x)\ny = 1", 1, 8, "before its definition in line 2"),
        Mistake("y = exp(1)\nexp(x) = x", 1, 5, "before its definition in line 2"),
        Mistake("f(x) = x\nf(x, y) = x\ny = 1", 2, 1, "is defined in line 1 already"),
        Mistake("y = input(3)", 1, 5, "never assigned"),
        Mistake("y = constant(3)", 1, 5, "as a number"),
    ])
    func `of calls`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: [
        Mistake("y = 1\nz = 2\ny = 3", 3, 1, "assigned in line 1 already", .duplicateID),
        Mistake("y = x + 1\nx = 3", 1, 5, "before its assignment in line 2"),
        Mistake("y = pi\npi = 3", 1, 5, "before its assignment in line 2"),
        Mistake("x = x + 1", 1, 5, "in its own assignment"),
        Mistake("f(x) = k*x\ny = f(2)\nk = 3", 1, 8, "by a call in line 2 before its assignment in line 3"),
        Mistake("a + b\na * b", 1, 1, "Only the last statement"),
        Mistake("a + b\ny = a * b", 1, 1, "Only the last statement"),
        Mistake("result = a\nb + 1", 2, 1, "taken in line 1", .duplicateID),
        Mistake("result + 1", 1, 1, "the id of the expression without a name in line 1"),
        Mistake("y = result\ny + 1", 1, 5, "the id of the expression without a name in line 2"),
    ])
    func `of names`(mistake: Mistake) throws { try mistake.check() }

    @Test func `of outputs`() {
        #expect(throws: GraphError.self) { try Graph(expression: "y = a", outputs: []) }
        #expect {
            try Graph(expression: "value = a", outputs: ["a", "valeu"])
        } throws: { error in
            let error = error as? GraphError
            return error?.code == .unknownID && error?.suggestion == "value"
                && error?.place == .request([.field("outputs"), .element(1)])
        }
    }

    @Test func `of shapes that do not broadcast`() throws {
        let shapes = ["a": try #require(Shape([2])), "b": try #require(Shape([3]))]
        #expect {
            try Graph(expression: "y = 2\nz = a * b", shapes: shapes)
        } throws: { error in
            let error = error as? GraphError
            return error?.code == .shapeMismatch
                && error?.place == .expression(line: 2, column: 7, excerpt: "z = a * b\n      ^")
        }
    }
}
