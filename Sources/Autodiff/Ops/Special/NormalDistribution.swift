internal import CSpecialFunctions

/// Cumulative distribution function of the standard normal distribution.
enum NormalCumulative: UnaryPrimitive {
    static let summary = "Cumulative distribution function of the standard normal distribution."
    static let formula = "erfc(-x / sqrt(2)) / 2"
    static let derivative = "exp(-x * x / 2) / sqrt(2 * pi)"
    static let aliases = ["normal_cdf"]
    static let samples: [Double] = [-10, -2.5, 0.4]
    static func value(_ x: Double) -> Double { special_ndtr(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.normalDensity()) }
}

/// Logarithm of the cumulative distribution function of the standard normal distribution.
enum NormalCumulativeLogarithm: UnaryPrimitive {
    static let summary = "Logarithm of the cumulative distribution function of the standard normal distribution."
    static let formula = "log(ndtr(x))"
    static let derivative = "normal_density(x) / ndtr(x)"
    static let samples: [Double] = [-50, -2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { special_log_ndtr(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.inverseMills()) }
}

/// Inverse of the cumulative distribution function of the standard normal distribution.
enum NormalQuantile: UnaryPrimitive {
    static let summary = "Inverse of the cumulative distribution function of the standard normal distribution."
    static let formula = "the y with ndtr(y) = x"
    static let derivative = "sqrt(2 * pi) * exp(r * r / 2)"
    static let domain = "0 <= x <= 1"
    static let convention: String? = "+inf at 0 and 1"
    static let samples: [Double] = [1e-5, 0.4, 0.9]
    static func value(_ x: Double) -> Double { special_ndtri(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.ndtriSlope()) }
    static func edge(_ x: Double) -> Edge? { x > 0 && x < 1 ? nil : x == 0 || x == 1 ? .domainEdge : .outsideDomain }
}

/// The derivative of ndtri(x).
enum NormalQuantileSlope: UnaryPrimitive {
    static let summary = "The derivative of ndtri(x)."
    static let formula = "sqrt(2 * pi) * exp(ndtri(x) ** 2 / 2)"
    static let derivative = "ndtri(x) * r * r"
    static let domain = "0 <= x <= 1"
    static let convention: String? = "+inf at 0 and 1"
    static let samples: [Double] = [1e-5, 0.4, 0.9]
    static func value(_ x: Double) -> Double { special_ndtri_slope(x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.ndtri() * r.square()) }
    static func edge(_ x: Double) -> Edge? { x > 0 && x < 1 ? nil : x == 0 || x == 1 ? .domainEdge : .outsideDomain }
}

/// Density of the standard normal distribution.
enum NormalDensity: UnaryPrimitive {
    static let summary = "Density of the standard normal distribution."
    static let formula = "exp(-x * x / 2) / sqrt(2 * pi)"
    static let derivative = "-x * r"
    static let aliases = ["normal_pdf"]
    static let samples: [Double] = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { x.expOfNegativeSquare(0.5) * .oneOverRootTwoPi }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-(x * r)) }
}

/// The derivative of `log_ndtr`.
enum InverseMills: UnaryPrimitive {
    static let summary = "The derivative of log_ndtr(x): the inverse of the Mills ratio of -x."
    static let formula = "normal_density(x) / ndtr(x)"
    static let derivative = "-r * (x + r)"
    static let samples = [-50, -2.5, 0.4, 3]
    static func value(_ x: Double) -> Double { special_inverse_mills(x) }

    // Where x is negative the sum cancels: there it is 1 less the variance of what the moments are of.
    static func slope(_ x: Value, _ r: Value) -> Slope {
        let whole = x.constant(0.0).millsMoment(x)
        let mean = x.constant(1.0).millsMoment(x) / whole
        let variance = x.constant(2.0).millsMoment(x) / whole - mean.square()
        return .of(x.greater(0).where(-(r * (x + r)), variance - 1))
    }
}

/// The integral of u ** n * exp(x * u - u * u / 2) over u > 0; for n = 0 it is ndtr(x) / normal_density(x).
enum MillsMoment: BinaryPrimitive {
    static let summary =
        "The integral of u ** n * exp(x * u - u * u / 2) over u > 0; for n = 0 it is ndtr(x) / normal_density(x)."
    static let formula = "integral of u ** n * exp(x * u - u * u / 2) for u > 0"
    static let derivative = "0; mills_moment(n + 1, x)"
    static let domain = "n = 0, 1, ..., 64"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, -2.5), (1, 0.4), (2, -20)]
    static func value(_ x: Double, _ y: Double) -> Double { special_mills_moment(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of((x + 1).millsMoment(y)) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isDerivative(x) ? nil : .outsideDomain }
}
