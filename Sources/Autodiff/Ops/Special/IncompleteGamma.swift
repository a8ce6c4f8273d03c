internal import CSpecialFunctions

/// Regularized lower incomplete gamma function.
enum IncompleteGamma: BinaryPrimitive {
    static let summary = "Regularized lower incomplete gamma function."
    static let formula = "integral of t ** (a - 1) * exp(-t) for t from 0 to x, over gamma(a)"
    static let derivative = "gammainc_derivative(1, a, x); x ** (a - 1) * exp(-x) / gamma(a)"
    static let domain = "a > 0 and x >= 0"
    static let convention: String? = "at x = 0 the density decides: 0, 1 or +inf"
    static let operands: [Operand] = ["a", "x"]
    static let samples: [(Double, Double)] = [(0.5, 0.3), (2.5, 3), (30, 25)]
    static func value(_ x: Double, _ y: Double) -> Double { special_gammainc(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(1.0).gammaincDerivative(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(x.constant(256.0).gammaincDerivative(x, y))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// Regularized upper incomplete gamma function.
enum IncompleteGammaComplement: BinaryPrimitive {
    static let summary = "Regularized upper incomplete gamma function."
    static let formula = "1 - gammainc(a, x)"
    static let derivative = "-gammainc_derivative(1, a, x); -(x ** (a - 1) * exp(-x) / gamma(a))"
    static let domain = "a > 0 and x >= 0"
    static let convention: String? = "at x = 0 the density decides: 0, -1 or -inf"
    static let operands: [Operand] = ["a", "x"]
    static let samples: [(Double, Double)] = [(0.5, 0.3), (2.5, 3), (30, 40)]
    static func value(_ x: Double, _ y: Double) -> Double { special_gammaincc(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(-x.constant(1.0).gammaincDerivative(x, y))
    }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope {
        .of(-x.constant(256.0).gammaincDerivative(x, y))
    }
    static func edge(_ x: Double, _ y: Double) -> Edge? {
        x > 0 && y > 0 ? nil : x >= 0 && y >= 0 ? .domainEdge : .outsideDomain
    }
}

/// A derivative of the regularized lower incomplete gamma function.
enum IncompleteGammaDerivative: TernaryPrimitive {
    static let summary = "Derivative of gammainc(a, x), j times by a and i times by x."
    static let formula = "d ** (i + j) / (dx ** i da ** j) gammainc(a, x), where n = 256 * i + j"
    static let derivative = "0; gammainc_derivative(n + 1, a, x); gammainc_derivative(n + 256, a, x)"
    static let domain = "i, j = 0, 1, ..., 8 and a > 0 and x >= 0"
    static let convention: String? = "n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "a", "x"]
    static let samples: [(Double, Double, Double)] = [(1, 0.5, 0.3), (2, 2.5, 3), (256, 2.5, 3), (513, 0.5, 3)]
    static func value(_ x: Double, _ y: Double, _ z: Double) -> Double { special_gammainc_derivative(x, y, z) }
    static func firstSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope { .zero }

    static func secondSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 1).gammaincDerivative(y, z))
    }

    static func thirdSlope(_ x: Value, _ y: Value, _ z: Value, _ r: Value) -> Slope {
        .of((x + 256).gammaincDerivative(y, z))
    }

    static func edge(_ x: Double, _ y: Double, _ z: Double) -> Edge? {
        isOrders(x) ? IncompleteGamma.edge(y, z) : .outsideDomain
    }
}

/// Logarithm of the incomplete gamma function.
enum IncompleteGammaLogarithm: Composite {
    static let summary = "Logarithm of the regularised lower incomplete gamma function."
    static let formula = "log(gammainc(x, y))"
    static let derivative = "that of gammainc(x, y) over gammainc(x, y)"
    static let domain = "x > 0, y > 0"
    static let convention: String? = "-inf where gammainc vanishes, at y = 0 or by underflow"
    static let aliases = ["log_gammainc"]
    static let operands: [Operand] = ["x", "y"]

    // Where the function is near 1, its logarithm has its digits in the complement.
    static func expand(_ call: OpCall) throws(OpError) -> Value {
        _ = try call.broadcastShape()
        let upper = call.x.gammaincc(call.operands[1])
        let isUpper = upper.less(0.5)
        // Each logarithm sees numbers of its own side only: the other's may be 0, with derivatives without end.
        let lower = isUpper.where(0.5, call.x.gammainc(call.operands[1])).log()
        return isUpper.where((-isUpper.where(upper, 0.25)).log1p(), lower)
    }
}
