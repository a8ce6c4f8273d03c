import Autodiff
import Glibc
import Testing

/// An expression with its value, made together: the text is not the source of the value.
private struct Sample {
    var text: String
    var value: Double
    /// How tightly the outermost operator of the text binds.
    var binding: Int

    func bound(_ least: Int) -> String { binding < least ? "(\(text))" : text }
}

/// Expressions made by chance from the leaves up, with parentheses where they are needed and sometimes elsewhere.
private struct Generator {
    var random: SplitMix
    static let inputs = ["a": 0.4, "b": -1.75, "tanh": 2.5, "x′": 3, "long_name_1": 0.125]

    mutating func sample(depth: Int) -> Sample {
        var sample = depth == 0 ? leaf() : node(depth: depth - 1)
        if Int.random(in: 0..<8, using: &random) == 0 {
            sample.text = "(\(blank())\(sample.text)\(Bool.random(using: &random) ? "\n" : ""))"
            sample.binding = 9
        }
        return sample
    }

    private mutating func blank() -> String {
        [" ", "", "  ", "\t"].randomElement(using: &random) ?? ""
    }

    private mutating func leaf() -> Sample {
        if Bool.random(using: &random) {
            let input = Self.inputs.sorted { $0.key < $1.key }.randomElement(using: &random)
            return Sample(text: input?.key ?? "", value: input?.value ?? 0, binding: 9)
        }
        let number = [0, 1, 2, 0.5, 3, 1e-3, 7.25, .pi].randomElement(using: &random) ?? 0
        return Sample(text: number == .pi ? "pi" : "\(number)", value: number, binding: 9)
    }

    private mutating func node(depth: Int) -> Sample {
        let x = sample(depth: depth)
        let y = sample(depth: Int.random(in: 0...depth, using: &random))
        let left = blank()
        let right = blank()
        func binary(_ sign: String, _ binding: Int, _ value: Double) -> Sample {
            Sample(
                text: "\(x.bound(binding))\(left)\(sign)\(right)\(y.bound(binding + 1))", value: value,
                binding: binding)
        }
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return binary("+", 3, x.value + y.value)
        case 1: return binary("-", 3, x.value - y.value)
        case 2: return binary("*", 4, x.value * y.value)
        case 3: return binary("/", 4, x.value / y.value)
        case 4, 5:
            let sign = Bool.random(using: &random) ? "^" : "**"
            // The exponent may be a power or have a sign without parentheses, the base neither.
            return Sample(
                text: "\(x.bound(7))\(left)\(sign)\(right)\(y.bound(5))", value: Glibc.pow(x.value, y.value), binding: 6
            )
        case 6: return Sample(text: "-\(right)\(x.bound(5))", value: -x.value, binding: 5)
        case 7: return Sample(text: "+\(right)\(x.bound(5))", value: x.value, binding: 5)
        case 8:
            let (sign, holds) = comparison(x.value, y.value)
            return Sample(
                text: "\(x.bound(3))\(left)\(sign)\(right)\(y.bound(3))", value: holds ? 1 : 0, binding: 2)
        case 9: return binary("-", 3, x.value - y.value)
        case 10:
            let condition = sample(depth: Int.random(in: 0...depth, using: &random))
            return Sample(
                text: "\(condition.bound(2))\(left)?\(right)\(x.text)\(left):\(right)\(y.text)",
                value: condition.value != 0 ? x.value : y.value, binding: 1)
        case 11: return Sample(text: "tanh(\(x.text))", value: Glibc.tanh(x.value), binding: 9)
        case 12:
            return Sample(text: "atan2(\(x.text),\(right)\(y.text))", value: Glibc.atan2(x.value, y.value), binding: 9)
        case _:
            return Sample(text: "twice_less(\(x.text), \(y.text))", value: 2 * x.value - y.value, binding: 9)
        }
    }

    private mutating func comparison(_ x: Double, _ y: Double) -> (String, Bool) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: ("<", x < y)
        case 1: ("<=", x <= y)
        case 2: (">", x > y)
        case 3: (">=", x >= y)
        case 4: ("==", x == y)
        case _: ("!=", x != y)
        }
    }
}

@Suite struct `Random expressions` {
    /// Integer powers are products, which may differ from libm's `pow` in the last bits, and comparisons magnify that.
    private func agrees(_ value: Double, _ expected: Double) -> Bool {
        value == expected || (value.isNaN && expected.isNaN)
            || abs(value - expected) <= 1e-9 * max(1, abs(expected))
    }

    @Test(arguments: 1...20)
    func `have the value they were made with`(seed: Int) throws {
        var generator = Generator(random: SplitMix(state: UInt64(seed)))
        var disagreements = 0
        for _ in 0..<500 {
            let sample = generator.sample(depth: 5)
            let graph = try Graph(expression: "twice_less(x, y) = 2*x - y\ny = \(sample.text)")
            if !agrees(graph.value(Generator.inputs), sample.value) { disagreements += 1 }
        }
        // A comparison of two numbers that differ in the last bit may go either way.
        #expect(disagreements <= 2)
    }
}

@Suite struct `Mutated expressions` {
    private static let pieces = [
        "(", ")", "[", "]", "{", "=", "==", "=", "<", "?", ":", ",", ";", "\n", "\r\n", "\r", "^", "**", "*", "+", "-",
        "/", "!", "&&", "x", "f", "f(", "f(x)=", "tanh", "pi", "1", ".", "1e", "e-", "1e999", "_", "\t", "\u{0}", "é",
        "\u{301}", "😀", "#", "²", "result", "0x", "@", "\u{2028}", "\u{FEFF}", "input(", "\u{202E}", "🏳️‍🌈", "[0]", "[1:",
        "axis=",
        "sum(", "\"", "'", "[1,",
    ]

    private static let originals = [
        "e = a*b\nd = c + e\nl = d*f\no = tanh(l) # the output", "f(x, y) = x < y ? x^2 : -y\nz = f(a, f(b, 1.5e-3))",
        "α = β₁ ** 2; (α +\n 1) / 3", "-2^-x^y <= pi * inf\r\n", "where(x == 0, 1, sin(x)/x)",
        "sum([[a, b], [1, 2]] @ [1, 2], axis=0)\n[1, 2, 3][::-1][1:, ]", "x = [[1, 2], [3, 4]]; max(x, -1)[0]",
    ]

    /// A wrong program is told from a right one without harm, and the place that is told lies in the text.
    @Test(arguments: 1...20)
    func `are read or refused`(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<1_000 {
            var text = Array((Self.originals.randomElement(using: &random) ?? "").unicodeScalars)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0...text.count, using: &random)
                let piece = Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text.insert(contentsOf: piece, at: place)
                case 1: text.replaceSubrange(place..<min(text.count, place + piece.count), with: piece)
                case 2: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...4, using: &random)))
                case _: text.append(contentsOf: text[place...])
                }
            }
            try check(String(String.UnicodeScalarView(text)))
        }
    }

    private func check(_ expression: String) throws {
        do {
            let graph = try Graph(expression: expression, limits: GraphLimits(nodes: 10_000, nesting: 50))
            #expect(!graph.outputs.isEmpty)
            let bindings = graph.inputs.map { ($0.name, Tensor(.nan)) }
            _ = try? Evaluation(of: graph)(Dictionary(bindings) { first, _ in first })
        } catch {
            guard case .expression(let line, let column, let excerpt) = try #require(error.place) else {
                Issue.record("no place: \(error.detail)")
                return
            }
            let lines = expression.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
            #expect((1...lines.count).contains(line), "\(expression)")
            #expect((1...lines[line - 1].count + 1).contains(column), "\(expression)\n\(error)")
            #expect(excerpt.hasSuffix("^"))
        }
    }
}
