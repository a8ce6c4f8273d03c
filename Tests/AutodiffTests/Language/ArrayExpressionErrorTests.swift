import Autodiff
import Testing

@Suite struct `Errors of array expressions` {
    private static let shapes = ["v": [4], "m": [2, 3], "s": []]

    private static func wrong(
        _ expression: String, _ column: Int, _ words: String, _ code: GraphError.Code = .invalidExpression,
        suggestion: String? = nil, line: Int = 1
    ) -> Mistake {
        Mistake(expression, line, column, words, code, suggestion: suggestion, shapes: shapes)
    }

    static let keywords = [
        wrong("y = sum(m, axs=0)", 12, "did you mean `axis`?", .unknownField, suggestion: "axis"),
        wrong("y = tanh(v, axis=0)", 13, "operands only", .unknownField),
        wrong("y = linear(v, m, bia=1)", 18, "did you mean `bias`?", .unknownField, suggestion: "bias"),
        wrong("y = linear(v, m, 1, bias=1)", 21, "given twice"),
        wrong("y = sum(m, axis=0, axis=1)", 20, "given twice"),
        wrong("y = sum(m, 0, axis=1)", 15, "given twice"),
        wrong("y = sum(m, axis=2)", 5, "from -2 to 1", .invalidAttribute),
        wrong("y = 1\nz = 2*sum(m, axis=2)", 7, "from -2 to 1", .invalidAttribute, line: 2),
        wrong("y = sum(s, axis=0)", 5, "a scalar has no axes", .invalidAttribute),
        wrong("y = sum(m, axis=v + 1)", 12, "is written out", .invalidAttribute),
        wrong("y = sum(m, axis=[[0]])", 12, "is written out", .invalidAttribute),
        wrong("f(k) = sum(m, axis=k); y = f(1)", 15, "is written out", .invalidAttribute),
        wrong("y = sum(m, axis=word)", 5, "whole number", .invalidAttribute),
        wrong("y = sum(m, keepdims=2)", 5, "true or false", .invalidAttribute),
        wrong("y = sum(axis=0)", 5, "not 0", .wrongArity),
        wrong("y = sum(axis=0, m)", 17, "come before \"axis=\""),
        wrong("y = sum(m, axis=)", 16, "missing after \"=\""),
        wrong("y = sum(m, axis=0=1)", 18, "stands a keyword"),
        wrong("y = sum(m, axis=v=1)", 18, "stands a keyword"),
        wrong("y = sum(m, v, 1)", 5, "sum takes 1 operand, not 3", .wrongArity),
        wrong("y = sum(m, 0, true, 1)", 5, "not 4", .wrongArity),
        wrong("y = concat()", 5, "not 0", .wrongArity),
        wrong("y = reshape(m, [4])", 5, "[4]", .shapeMismatch),
        wrong("f(x) = x; y = f(x=1)", 17, "without keywords"),
        wrong("y = \"a\"", 5, "Quotes"),
        wrong("f(x) = 'a'; y = 1", 8, "Quotes"),
        wrong("y = sum(m, axis='a)", 17, "never closed"),
    ]

    static let literals = [
        wrong("y = [1, 2", 5, "bracket is never closed"),
        wrong("y = [(1, 2]", 8, "arguments of a call or the elements"),
        wrong("y = [(1]", 6, "parenthesis is never closed"),
        wrong("y = ([1)", 6, "bracket is never closed"),
        wrong("y = 1]", 6, "no \"[\""),
        wrong("y = ]", 5, "missing before \"]\""),
        wrong("y = [1, ]", 9, "missing before \"]\""),
        wrong("y = [1 2]", 8, "operator is missing"),
        wrong("y = [1 ? 2]", 8, "no \":\""),
        wrong("y = [1:2]", 7, "no \"?\""),
        wrong("y = [[1, 2], [3]]", 14, "shape [1], those before it [2]", .shapeMismatch),
        wrong("y = [1, [2]]", 9, "shape [1], those before it []", .shapeMismatch),
        wrong("y = [[1],\n [[2]]]", 2, "shape [1, 1], those before it [1]", .shapeMismatch, line: 2),
        wrong("y = [v, 1]", 5, "element 1 has shape []", .shapeMismatch),
        wrong("y = [1, 2] + [1, 2, 3]", 12, "do not broadcast", .shapeMismatch),
        wrong("[y] = 3", 1, "stands a name"),
        wrong("y = m @ v", 7, "matmul", .shapeMismatch),
        wrong("y = m @", 7, "missing after \"@\""),
        wrong("y = @ m", 5, "missing before \"@\""),
    ]

    static let indices = [
        wrong("y = v[4]", 7, "The index 4 is out of range: axis 0 of shape [4]", .indexOutOfRange),
        wrong("y = m[0, -4]", 10, "The index -4 is out of range: axis 1 of shape [2, 3]", .indexOutOfRange),
        wrong("y = m[5:, 3]", 11, "The index 3", .indexOutOfRange),
        wrong("y = v[0, 1]", 10, "2 indices for an array of shape [4], which has 1 axis", .shapeMismatch),
        wrong("y = v[0][0]", 10, "1 index for an array of shape []", .shapeMismatch),
        wrong("y = 2[0]", 7, "shape []", .shapeMismatch),
        wrong("f(x) = x[1]; y = f(v[:1])", 10, "The index 1", .indexOutOfRange),
        wrong("y = v[::0]", 7, "not 0", .invalidAttribute),
        wrong("y = v[]", 6, "no index between"),
        wrong("y = v[0", 6, "bracket is never closed"),
        wrong("y = v[0\nz = 3", 6, "bracket is never closed"),
        wrong("y = v[0)", 8, "whole number"),
        wrong("y = v[0,]", 9, "whole number"),
        wrong("y = v[s]", 7, "whole number"),
        wrong("y = v[1.5]", 7, "whole number"),
        wrong("y = v[-s]", 7, "whole number"),
        wrong("y = v[1:s]", 9, "whole number"),
        wrong("y = v[1e300]", 7, "whole number"),
        wrong("y = v[1:2:3:4]", 12, "whole number"),
        wrong("v[0] = 3", 1, "stands a name"),
    ]

    @Test(arguments: keywords) func `of arguments`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: literals) func `of literals and products`(mistake: Mistake) throws { try mistake.check() }

    @Test(arguments: indices) func `of indices`(mistake: Mistake) throws { try mistake.check() }
}
