import Autodiff
import Testing

/// The functions that run over many numbers at once.
@Suite struct `Vector functions` {
    /// What is special about doubles, and about one or another of the functions.
    static let specials: [Double] = [
        0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0x1p-1030,
        -0x1p-1030, .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 1e-300, -1e-300, 1e300,
        1e15, 1e22,
        -1e22, 709.78, 709.782712893384, 709.79, -708.4, -745.13, -745.14, -746, 1023.9999, 1024, -1074, -1075, 0.5,
        -0.5, 2, 8, 1000, 1e-8, -1e-8, 1e-17, 1 - 0x1p-53, -1 + 0x1p-53, .pi, .pi / 2, 19, -40,
    ]

    /// Random bits, so that every exponent occurs, among numbers of everyday size.
    private static func numbers(_ count: Int, seed: Int) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            index % 3 == 0
                ? Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
                : Double.random(in: -30...30, using: &generator)
        }
    }

    private static func areSame(_ x: Double, _ y: Double) -> Bool {
        x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
    }

    @Test(arguments: VectorMath.functions.indices)
    func `give the same bits by every instruction set`(function: Int) {
        let numbers = Self.specials + Self.numbers(20_000, seed: function)
        let scalar = VectorMath.run(function, by: VectorMath.sets.count - 1, numbers)
        #expect(scalar.count == numbers.count)
        for set in VectorMath.sets.indices {
            for (x, (one, other)) in zip(numbers, zip(scalar, VectorMath.run(function, by: set, numbers))) {
                #expect(
                    Self.areSame(one, other),
                    "\(VectorMath.functions[function])(\(x)): \(one), by \(VectorMath.sets[set]) \(other)")
            }
        }
    }

    @Test(arguments: VectorMath.functions.indices)
    func `give the same bits for any count`(function: Int) {
        let numbers = Array(Self.numbers(70, seed: 100 + function))
        for set in VectorMath.sets.indices {
            let all = VectorMath.run(function, by: set, numbers)
            for count in 1...70 {
                let part = VectorMath.run(function, by: set, Array(numbers.prefix(count)))
                #expect(zip(part, all).allSatisfy(Self.areSame), "\(count)")
            }
        }
    }

    @Test(arguments: VectorMath.pairs.indices)
    func `give two results at once with the bits of one after the other`(pair: Int) throws {
        let apart = try VectorMath.pairs[pair].split(separator: "_and_").map { name in
            try #require(VectorMath.functions.firstIndex(of: String(name)))
        }
        let numbers = Self.specials + Self.numbers(20_000, seed: 200 + pair)
        for set in VectorMath.sets.indices {
            for count in [1, 2, 3, 7, 8, 9, 15, 33, numbers.count] {
                let part = Array(numbers.prefix(count))
                let truth = apart.flatMap { VectorMath.run($0, by: set, part) }
                let found = VectorMath.runPair(pair, by: set, part)
                #expect(found.count == 2 * count)
                for (place, (one, other)) in zip(truth, found).enumerated() {
                    #expect(
                        Self.areSame(one, other),
                        "\(VectorMath.pairs[pair])(\(part[place % count])) by \(VectorMath.sets[set]): \(other), not \(one)"
                    )
                }
            }
        }
    }

    @Test func `keep to IEEE 754 at the edges`() {
        func value(_ op: Op, _ x: Double) -> Double { OpFunction(op).value([x]) }
        func isZero(_ number: Double, _ sign: FloatingPointSign) -> Bool { number == 0 && number.sign == sign }
        for op in [Op.exp, .exp2, .sigmoid, .relu] {
            #expect(isZero(value(op, -.infinity), .plus))
        }
        #expect(value(.exp, 709.782712893384).isFinite && value(.exp, 709.7827128933841) == .infinity)
        #expect(value(.exp, -745.13) == .leastNonzeroMagnitude && value(.exp, -746) == 0)
        #expect(value(.exp2, 1023) == 0x1p1023 && value(.exp2, -1074) == .leastNonzeroMagnitude)
        #expect(value(.exp, 0) == 1 && value(.log, 1) == 0 && value(.log2, 8) == 3 && value(.log10, 1000) == 3)
        for op in [Op.log, .log2, .log10] {
            #expect(value(op, 0) == -.infinity && value(op, -0.0) == -.infinity && value(op, .infinity) == .infinity)
            #expect(value(op, -1).isNaN && value(op, .leastNonzeroMagnitude).isFinite)
        }
        for op in [Op.sin, .asin, .atan, .tanh, .expm1] {
            #expect(isZero(value(op, 0), .plus) && isZero(value(op, -0.0), .minus))
            #expect(value(op, .leastNonzeroMagnitude) == .leastNonzeroMagnitude)
            #expect(abs(value(op, 0x1p-1030) - 0x1p-1030) <= .leastNonzeroMagnitude)
        }
        for op in [Op.sin, .cos] { #expect(value(op, .infinity).isNaN && value(op, -.infinity).isNaN) }
        // Known digits of an argument that a careless reduction gets wrong altogether.
        #expect(
            abs(value(.sin, 1e22) + 0.8522008497671888) < 1e-15 && abs(value(.cos, 1e22) - 0.5232147853951389) < 1e-15)
        for op in [Op.asin, .acos] { #expect(value(op, 1.0000000000000002).isNaN && value(op, -2).isNaN) }
        #expect(value(.tanh, .infinity) == 1 && value(.tanh, -.infinity) == -1 && value(.expm1, -.infinity) == -1)
        #expect(value(.atan, .infinity) == .pi / 2 && value(.atan, -.infinity) == -.pi / 2)
        #expect(value(.logSigmoid, -.infinity) == -.infinity && isZero(value(.logSigmoid, .infinity), .minus))
        #expect(isZero(value(.silu, -.infinity), .plus) && value(.silu, .infinity) == .infinity)
        #expect(value(.sigmoid, -745) == .leastNonzeroMagnitude)
        #expect(value(.sechSquare, 372) > 0 && value(.sechSquare, .infinity) == 0)
        let vectors: [Op] = [
            .exp, .expm1, .exp2, .log, .log2, .log10, .sin, .cos, .asin, .acos, .atan, .tanh, .sechSquare, .sigmoid,
            .logSigmoid, .silu, .negative, .square, .sqrt, .reciprocal, .relu, .abs,
        ]
        for op in vectors { #expect(value(op, .nan).isNaN, "\(op.name)") }
    }
}
