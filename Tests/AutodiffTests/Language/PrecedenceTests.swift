import Autodiff
import Testing

/// What an expression means, as ops around names.
@Suite struct `Precedence` {
    @Test(arguments: [
        ("a + b * c", "add(a, multiply(b, c))"),
        ("a * b + c", "add(multiply(a, b), c)"),
        ("a - b - c", "subtract(subtract(a, b), c)"),
        ("a / b / c", "divide(divide(a, b), c)"),
        ("a / b * c", "multiply(divide(a, b), c)"),
        ("a - (b - c)", "subtract(a, subtract(b, c))"),
        ("((a))", "positive(a)"),
        ("a + b < c * d", "less(add(a, b), multiply(c, d))"),
        ("(a < b) < c", "less(less(a, b), c)"),
        ("a <= b", "less_equal(a, b)"),
        ("a > b", "greater(a, b)"),
        ("a >= b", "greater_equal(a, b)"),
        ("a == b", "equal(a, b)"),
        ("a != b", "not_equal(a, b)"),
    ])
    func `of arithmetic and comparison`(expression: String, form: String) throws {
        #expect(try Graph(expression: expression).form == form)
    }

    @Test(arguments: [
        ("a ^ b ^ c", "pow(a, pow(b, c))"),
        ("a ** b ^ c", "pow(a, pow(b, c))"),
        ("(a ^ b) ^ c", "pow(pow(a, b), c)"),
        ("-a ^ b", "negative(pow(a, b))"),
        ("(-a) ^ b", "pow(negative(a), b)"),
        ("a ^ -b", "pow(a, negative(b))"),
        ("a ^ -b ^ c", "pow(a, negative(pow(b, c)))"),
        ("a ^ -b * c", "multiply(pow(a, negative(b)), c)"),
        ("a * -b ^ c", "multiply(a, negative(pow(b, c)))"),
        ("a ^ b * c", "multiply(pow(a, b), c)"),
        ("a * b ^ c", "multiply(a, pow(b, c))"),
        ("2 ^ 3 ^ a", "pow(2.0, pow(3.0, a))"),
        ("-2 ^ a", "negative(pow(2.0, a))"),
        ("a ^ -2", "pow(a, -2.0)"),
    ])
    func `of powers`(expression: String, form: String) throws {
        #expect(try Graph(expression: expression).form == form)
    }

    @Test(arguments: [
        ("-a * b", "multiply(negative(a), b)"),
        ("-a + b", "add(negative(a), b)"),
        ("a - -b", "subtract(a, negative(b))"),
        ("a--b", "subtract(a, negative(b))"),
        ("--a", "negative(negative(a))"),
        ("-+a", "negative(positive(a))"),
        ("+a", "positive(a)"),
        ("a < -b", "less(a, negative(b))"),
        ("-f(a)", "negative(add(a, 1.0))"),
        ("-2 * a", "multiply(-2.0, a)"),
        ("a - 2", "subtract(a, 2.0)"),
        ("a * +2", "multiply(a, 2.0)"),
        ("--2 * a", "multiply(2.0, a)"),
        ("-(2) * a", "multiply(-2.0, a)"),
    ])
    func `of signs`(expression: String, form: String) throws {
        #expect(try Graph(expression: "f(x) = x + 1; " + expression).form == form)
    }

    @Test(arguments: [
        ("a ? b : c", "where(a, b, c)"),
        ("a ? b : c ? d : e", "where(a, b, where(c, d, e))"),
        ("a ? b ? c : d : e", "where(a, where(b, c, d), e)"),
        ("(a ? b : c) ? d : e", "where(where(a, b, c), d, e)"),
        ("a < b ? a + b : a - b", "where(less(a, b), add(a, b), subtract(a, b))"),
        ("1 + (a ? b : c)", "add(1.0, where(a, b, c))"),
        ("f(a ? b : c, d)", "atan2(where(a, b, c), d)"),
        ("a ? f(b, c) : d", "where(a, atan2(b, c), d)"),
    ])
    func `of choices`(expression: String, form: String) throws {
        #expect(try Graph(expression: "f(y, x) = atan2(y, x); " + expression).form == form)
    }
}
