internal import CSpecialFunctions

/// Bessel function of the first kind of order 0.
enum BesselJ0: UnaryPrimitive {
    static let summary = "Bessel function of the first kind of order 0."
    static let formula = "jn(0, x)"
    static let derivative = "-j1(x)"
    static let aliases = ["bessel_j0"]
    static let samples: [Double] = [0.4, 2.75, 10]
    static func value(_ x: Double) -> Double { special_jn(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x.j1()) }
}

/// Bessel function of the first kind of order 1.
enum BesselJ1: UnaryPrimitive {
    static let summary = "Bessel function of the first kind of order 1."
    static let formula = "jn(1, x)"
    static let derivative = "(j0(x) - jn(2, x)) / 2"
    static let aliases = ["bessel_j1"]
    static let samples: [Double] = [0.4, 2.75, 10]
    static func value(_ x: Double) -> Double { special_jn(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.5 * (x.j0() - x.constant(2.0).jn(x))) }
}

/// Bessel function of the first kind of a whole order.
enum BesselJ: BinaryPrimitive {
    static let summary = "Bessel function of the first kind of a whole order."
    static let formula = "jn(n, x)"
    static let derivative = "0; (jn(n - 1, x) - jn(n + 1, x)) / 2"
    static let domain = "n a whole number from -1000 to 1000"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, 0.4), (2, 2.75), (3, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_jn(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(0.5 * ((x - 1).jn(y) - (x + 1).jn(y))) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isWhole(x) ? nil : .outsideDomain }
}

/// Bessel function of the second kind of order 0.
enum BesselY0: UnaryPrimitive {
    static let summary = "Bessel function of the second kind of order 0."
    static let formula = "yn(0, x)"
    static let derivative = "-y1(x)"
    static let domain = "x > 0"
    static let convention: String? = "-inf at 0"
    static let aliases = ["bessel_y0"]
    static let samples: [Double] = [0.4, 2.75, 10]
    static func value(_ x: Double) -> Double { special_yn(0, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-x.y1()) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Bessel function of the second kind of order 1.
enum BesselY1: UnaryPrimitive {
    static let summary = "Bessel function of the second kind of order 1."
    static let formula = "yn(1, x)"
    static let derivative = "(y0(x) - yn(2, x)) / 2"
    static let domain = "x > 0"
    static let convention: String? = "-inf at 0"
    static let aliases = ["bessel_y1"]
    static let samples: [Double] = [0.4, 2.75, 10]
    static func value(_ x: Double) -> Double { special_yn(1, x) }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(0.5 * (x.y0() - x.constant(2.0).yn(x))) }
    static func edge(_ x: Double) -> Edge? { x > 0 ? nil : x == 0 ? .domainEdge : .outsideDomain }
}

/// Bessel function of the second kind of a whole order.
enum BesselY: BinaryPrimitive {
    static let summary = "Bessel function of the second kind of a whole order."
    static let formula = "yn(n, x)"
    static let derivative = "0; (yn(n - 1, x) - yn(n + 1, x)) / 2"
    static let domain = "n a whole number from -1000 to 1000 and x > 0"
    static let convention: String? = "the order n gets no derivative"
    static let operands: [Operand] = [.whole("n"), "x"]
    static let samples: [(Double, Double)] = [(0, 0.4), (2, 2.75), (3, 10)]
    static func value(_ x: Double, _ y: Double) -> Double { special_yn(x, y) }
    static func firstSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .zero }
    static func secondSlope(_ x: Value, _ y: Value, _ r: Value) -> Slope { .of(0.5 * ((x - 1).yn(y) - (x + 1).yn(y))) }
    static func edge(_ x: Double, _ y: Double) -> Edge? { isWhole(x) && y > 0 ? nil : .outsideDomain }
}
