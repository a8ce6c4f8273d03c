internal import CSpecialFunctions

/// Modified Bessel function of the first kind of order 0, scaled by exp(-abs(x)).
enum BesselI0Scaled: UnaryPrimitive {
    static let summary = "Modified Bessel function of the first kind of order 0, scaled by exp(-abs(x))."
    static let formula = "exp(-abs(x)) * i0(x)"
    static let derivative = "i1e(x) - sign(x) * r"
    static let convention: String? = "0 at 0, the mean of both sides"
    static let samples: [Double] = [-2.5, 0.4, 100]
    static func value(_ x: Double) -> Double { special_i0e_derivative(0, x) }
    // In one piece: the difference cancels where x is large.
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).i0eDerivative(x)) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Modified Bessel function of the first kind of order 1, scaled by exp(-abs(x)).
enum BesselI1Scaled: UnaryPrimitive {
    static let summary = "Modified Bessel function of the first kind of order 1, scaled by exp(-abs(x))."
    static let formula = "exp(-abs(x)) * i1(x)"
    static let derivative = "i0e(x) - (1 / x + sign(x)) * r"
    static let convention: String? = "1/2 at 0, and the second derivative 0, the mean of both sides"
    static let samples: [Double] = [-2.5, 0.4, 100]
    static func value(_ x: Double) -> Double { special_i1e_derivative(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).i1eDerivative(x)) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}

/// Derivative n of i0e(x).
enum BesselI0ScaledDerivative: BinaryPrimitive {
    static let summary = "Derivative n of i0e(x)."
    static let formula = "d ** n / dx ** n i0e(x)"
    static let derivative = "0; i0e_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative; at x = 0 the mean of both sides"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, -2.5), (2, 0.4), (1, 100)]
    static func value(_ x: Double, _ y: Double) -> Double { special_i0e_derivative(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).i0eDerivative(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { !isDerivative(x) ? .outsideDomain : y == 0 ? .kink : nil }
}

/// Derivative n of i1e(x).
enum BesselI1ScaledDerivative: BinaryPrimitive {
    static let summary = "Derivative n of i1e(x)."
    static let formula = "d ** n / dx ** n i1e(x)"
    static let derivative = "0; i1e_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative; at x = 0 the mean of both sides"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, -2.5), (2, 0.4), (1, 100)]
    static func value(_ x: Double, _ y: Double) -> Double { special_i1e_derivative(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).i1eDerivative(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { !isDerivative(x) ? .outsideDomain : y == 0 ? .kink : nil }
}

/// Modified Bessel function of the second kind of order 0, scaled by exp(x).
enum BesselK0Scaled: UnaryPrimitive {
    static let summary = "Modified Bessel function of the second kind of order 0, scaled by exp(x)."
    static let formula = "exp(x) * k0(x)"
    static let derivative = "r - k1e(x)"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let samples: [Double] = [0.4, 2.5, 100]
    static func value(_ x: Double) -> Double { special_k0e_derivative(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.constant(1.0).k0eDerivative(x)) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Modified Bessel function of the second kind of order 1, scaled by exp(x).
enum BesselK1Scaled: UnaryPrimitive {
    static let summary = "Modified Bessel function of the second kind of order 1, scaled by exp(x)."
    static let formula = "exp(x) * k1(x)"
    static let derivative = "k0e_derivative(1, x) - k0e_derivative(2, x)"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let samples: [Double] = [0.4, 2.5, 100]
    static func value(_ x: Double) -> Double { special_k1e(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope {
        .of(x.constant(1.0).k0eDerivative(x) - x.constant(2.0).k0eDerivative(x))
    }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Derivative n of k0e(x).
enum BesselK0ScaledDerivative: BinaryPrimitive {
    static let summary = "Derivative n of k0e(x)."
    static let formula = "d ** n / dx ** n k0e(x)"
    static let derivative = "0; k0e_derivative(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64 and x > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(1, 2.5), (2, 0.4), (1, 100)]
    static func value(_ x: Double, _ y: Double) -> Double { special_k0e_derivative(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).k0eDerivative(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isDerivative(x) && y > 0 ? nil : .outsideDomain }
}
