internal import CSpecialFunctions

/// Modified Bessel function of the first kind of order 0.
enum BesselI0: UnaryPrimitive {
    static let summary = "Modified Bessel function of the first kind of order 0."
    static let formula = "iv(0, x)"
    static let derivative = "i1(x)"
    static let aliases = ["modified_bessel_i0"]
    static let samples: [Double] = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { special_iv(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(x.i1()) }
}

/// Modified Bessel function of the first kind of order 1.
enum BesselI1: UnaryPrimitive {
    static let summary = "Modified Bessel function of the first kind of order 1."
    static let formula = "iv(1, x)"
    static let derivative = "(i0(x) + iv(2, x)) / 2"
    static let aliases = ["modified_bessel_i1"]
    static let samples: [Double] = [-2.5, 0.4, 10]
    static func value(_ x: Double) -> Double { special_iv(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.5 * (x.i0() + x.constant(2.0).iv(x))) }
}

/// Modified Bessel function of the first kind of a whole order.
enum BesselI: BinaryPrimitive {
    static let summary = "Modified Bessel function of the first kind of a whole order."
    static let formula = "iv(n, x)"
    static let derivative = "0; (iv(n - 1, x) + iv(n + 1, x)) / 2"
    static let domain = "n a whole number from -1000 to 1000"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, 0.4), (2, -2.75), (3, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_iv(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(0.5 * ((x - 1).iv(y) + (x + 1).iv(y))) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isWhole(x) ? nil : .outsideDomain }
}

/// Modified Bessel function of the second kind of order 0.
enum BesselK0: UnaryPrimitive {
    static let summary = "Modified Bessel function of the second kind of order 0."
    static let formula = "kn(0, x)"
    static let derivative = "-k1(x)"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let aliases = ["modified_bessel_k0"]
    static let samples: [Double] = [0.4, 2.5, 10]
    static func value(_ x: Double) -> Double { special_kn(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x.k1()) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Modified Bessel function of the second kind of order 1.
enum BesselK1: UnaryPrimitive {
    static let summary = "Modified Bessel function of the second kind of order 1."
    static let formula = "kn(1, x)"
    static let derivative = "-(k0(x) + kn(2, x)) / 2"
    static let domain = "x > 0"
    static let convention: String? = "+inf at 0"
    static let aliases = ["modified_bessel_k1"]
    static let samples: [Double] = [0.4, 2.5, 10]
    static func value(_ x: Double) -> Double { special_kn(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-0.5 * (x.k0() + x.constant(2.0).kn(x))) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Modified Bessel function of the second kind of a whole order.
enum BesselK: BinaryPrimitive {
    static let summary = "Modified Bessel function of the second kind of a whole order."
    static let formula = "kn(n, x)"
    static let derivative = "0; -(kn(n - 1, x) + kn(n + 1, x)) / 2"
    static let domain = "n a whole number from -1000 to 1000 and x > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, 0.4), (2, 2.75), (3, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_kn(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(-0.5 * ((x - 1).kn(y) + (x + 1).kn(y))) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isWhole(x) && y > 0 ? nil : .outsideDomain }
}
