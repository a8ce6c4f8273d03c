import Glibc

/// One over the square root.
enum ReciprocalSquareRoot: UnaryPrimitive {
    static let summary = "One over the square root."
    static let formula = "1 / sqrt(x)"
    static let derivative = "-r / (2 * x)"
    static let domain = "x > 0"
    static let convention: String? = "-inf at 0"
    static let samples = [0.04, 0.4, 2, 1e4]
    static func value(_ x: Double) -> Double { 1 / x.squareRoot() }
    static func slope(_ x: Value, _ r: Value) -> Slope { .of(-0.5 * (r / x)) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .domainEdge : x < 0 ? .outsideDomain : nil }
}

/// Cube root.
enum CubeRoot: UnaryPrimitive {
    static let summary = "Cube root, of negative numbers too."
    static let formula = "cbrt(x)"
    static let derivative = "1 / (3 * r * r)"
    static let convention: String? = "+inf at 0"
    static let samples = [-2.5, 0.04, 0.4, 1e4]

    // The C library's is some ulp off; a step of Newton's method with an exact residual makes that half of one.
    static func value(_ x: Double) -> Double {
        guard x.isFinite, x != 0 else { return x }
        if x.magnitude < 0x1p-900 { return value(x * 0x1p600) * 0x1p-200 }
        let root = Glibc.cbrt(x)
        let square = root * root
        let rest = (-square).addingProduct(root, root)
        let residual = (-x).addingProduct(square, root) + rest * root
        return root - residual / (3 * square)
    }

    static func slope(_ x: Value, _ r: Value) -> Slope { .of(1 / (3 * r.square())) }
    static func edge(_ x: Double) -> Edge? { x == 0 ? .kink : nil }
}
