// One method for each special function; what each does at its edges is told by its primitive.
extension Value {
    /// Error function.
    public func erf() -> Value { apply(.erf) }
    /// One less the error function, exact in the tail.
    public func erfc() -> Value { apply(.erfc) }
    /// Complement of the error function, scaled by exp(x * x).
    public func erfcx() -> Value { apply(.erfcx) }
    /// Inverse of the error function.
    public func erfinv() -> Value { apply(.erfinv) }
    /// Inverse of the complement of the error function.
    public func erfcinv() -> Value { apply(.erfcinv) }
    /// Exponential of the negative square, exact in the tails.
    public func gaussian() -> Value { apply(.gaussian) }
    /// Cumulative distribution function of the standard normal distribution.
    public func ndtr() -> Value { apply(.ndtr) }
    /// Logarithm of the cumulative distribution function of the standard normal distribution.
    public func logNdtr() -> Value { apply(.logNdtr) }
    /// Inverse of the cumulative distribution function of the standard normal distribution.
    public func ndtri() -> Value { apply(.ndtri) }
    /// Density of the standard normal distribution.
    public func normalDensity() -> Value { apply(.normalDensity) }
    /// Gamma function.
    public func gamma() -> Value { apply(.gamma) }
    /// Logarithm of the magnitude of the gamma function.
    public func lgamma() -> Value { apply(.lgamma) }
    /// Logarithmic derivative of the gamma function.
    public func digamma() -> Value { apply(.digamma) }
    /// Derivative of the digamma function.
    public func trigamma() -> Value { apply(.trigamma) }
    /// Derivative n of the digamma function, of this value as n and another as x.
    public func polygamma(_ other: Value) -> Value { apply(.polygamma, other) }
    /// Derivative n of the digamma function, of this value as n and another as x.
    public func polygamma(_ other: Double) -> Value { apply(.polygamma, constant(other)) }
    /// Factorial, continued to real numbers by the gamma function.
    public func factorial() -> Value { apply(.factorial) }
    /// Logarithm of the multivariate gamma function of dimension p, of this value as x and another as p.
    public func multigammaln(_ other: Value) -> Value { apply(.multigammaln, other) }
    /// Logarithm of the multivariate gamma function of dimension p, of this value as x and another as p.
    public func multigammaln(_ other: Double) -> Value { apply(.multigammaln, constant(other)) }
    /// Beta function, of this value as a and another as b.
    public func beta(_ other: Value) -> Value { apply(.beta, other) }
    /// Beta function, of this value as a and another as b.
    public func beta(_ other: Double) -> Value { apply(.beta, constant(other)) }
    /// Logarithm of the beta function, of this value as a and another as b.
    public func betaln(_ other: Value) -> Value { apply(.betaln, other) }
    /// Logarithm of the beta function, of this value as a and another as b.
    public func betaln(_ other: Double) -> Value { apply(.betaln, constant(other)) }
    /// Binomial coefficient, continued to real numbers by the gamma function, of this value as n and another as k.
    public func binom(_ other: Value) -> Value { apply(.binom, other) }
    /// Binomial coefficient, continued to real numbers by the gamma function, of this value as n and another as k.
    public func binom(_ other: Double) -> Value { apply(.binom, constant(other)) }
    /// Number of ways to choose y of x things, continued to real numbers, of this value as n and another as k.
    public func comb(_ other: Value) -> Value { apply(.comb, other) }
    /// Number of ways to choose y of x things, continued to real numbers, of this value as n and another as k.
    public func comb(_ other: Double) -> Value { apply(.comb, constant(other)) }
    /// Regularized lower incomplete gamma function, of this value as a and another as x.
    public func gammainc(_ other: Value) -> Value { apply(.gammainc, other) }
    /// Regularized lower incomplete gamma function, of this value as a and another as x.
    public func gammainc(_ other: Double) -> Value { apply(.gammainc, constant(other)) }
    /// Regularized upper incomplete gamma function, of this value as a and another as x.
    public func gammaincc(_ other: Value) -> Value { apply(.gammaincc, other) }
    /// Regularized upper incomplete gamma function, of this value as a and another as x.
    public func gammaincc(_ other: Double) -> Value { apply(.gammaincc, constant(other)) }
    /// Hurwitz zeta function; for q = 1 that of Riemann, of this value as x and another as q.
    public func zeta(_ other: Value) -> Value { apply(.zeta, other) }
    /// Hurwitz zeta function; for q = 1 that of Riemann, of this value as x and another as q.
    public func zeta(_ other: Double) -> Value { apply(.zeta, constant(other)) }
    /// Bessel function of the first kind of order 0.
    public func j0() -> Value { apply(.j0) }
    /// Bessel function of the first kind of order 1.
    public func j1() -> Value { apply(.j1) }
    /// Bessel function of the first kind of a whole order, of this value as n and another as x.
    public func jn(_ other: Value) -> Value { apply(.jn, other) }
    /// Bessel function of the first kind of a whole order, of this value as n and another as x.
    public func jn(_ other: Double) -> Value { apply(.jn, constant(other)) }
    /// Bessel function of the second kind of order 0.
    public func y0() -> Value { apply(.y0) }
    /// Bessel function of the second kind of order 1.
    public func y1() -> Value { apply(.y1) }
    /// Bessel function of the second kind of a whole order, of this value as n and another as x.
    public func yn(_ other: Value) -> Value { apply(.yn, other) }
    /// Bessel function of the second kind of a whole order, of this value as n and another as x.
    public func yn(_ other: Double) -> Value { apply(.yn, constant(other)) }
    /// Modified Bessel function of the first kind of order 0.
    public func i0() -> Value { apply(.i0) }
    /// Modified Bessel function of the first kind of order 1.
    public func i1() -> Value { apply(.i1) }
    /// Modified Bessel function of the first kind of a whole order, of this value as n and another as x.
    public func iv(_ other: Value) -> Value { apply(.iv, other) }
    /// Modified Bessel function of the first kind of a whole order, of this value as n and another as x.
    public func iv(_ other: Double) -> Value { apply(.iv, constant(other)) }
    /// Modified Bessel function of the second kind of order 0.
    public func k0() -> Value { apply(.k0) }
    /// Modified Bessel function of the second kind of order 1.
    public func k1() -> Value { apply(.k1) }
    /// Modified Bessel function of the second kind of a whole order, of this value as n and another as x.
    public func kn(_ other: Value) -> Value { apply(.kn, other) }
    /// Modified Bessel function of the second kind of a whole order, of this value as n and another as x.
    public func kn(_ other: Double) -> Value { apply(.kn, constant(other)) }
    /// Modified Bessel function of the first kind of order 0, scaled by exp(-abs(x)).
    public func i0e() -> Value { apply(.i0e) }
    /// Modified Bessel function of the first kind of order 1, scaled by exp(-abs(x)).
    public func i1e() -> Value { apply(.i1e) }
    /// Modified Bessel function of the second kind of order 0, scaled by exp(x).
    public func k0e() -> Value { apply(.k0e) }
    /// Modified Bessel function of the second kind of order 1, scaled by exp(x).
    public func k1e() -> Value { apply(.k1e) }
    /// Exponential integral Ei.
    public func expi() -> Value { apply(.expi) }
    /// Exponential integral E1.
    public func exp1() -> Value { apply(.exp1) }
    /// Exponential integral of a whole order, of this value as n and another as x.
    public func expn(_ other: Value) -> Value { apply(.expn, other) }
    /// Exponential integral of a whole order, of this value as n and another as x.
    public func expn(_ other: Double) -> Value { apply(.expn, constant(other)) }
    /// Dilogarithm of 1 - x, as SciPy has it.
    public func spence() -> Value { apply(.spence) }

    /// Regularized incomplete beta function, of this value as a, and of b and x.
    public func betainc(_ b: Value, _ x: Value) -> Value { apply(.betainc, b, x) }

    // The ops that are parts of derivatives only.
    func erfcxDerivative(_ other: Value) -> Value { apply(.erfcxDerivative, other) }
    func erfinvSlope() -> Value { apply(.erfinvSlope) }
    func erfcinvSlope() -> Value { apply(.erfcinvSlope) }
    func ndtriSlope() -> Value { apply(.ndtriSlope) }
    func inverseMills() -> Value { apply(.inverseMills) }
    func millsMoment(_ other: Value) -> Value { apply(.millsMoment, other) }
    func multivariatePolygamma(_ second: Value, _ third: Value) -> Value {
        apply(.multivariatePolygamma, second, third)
    }
    func polygammaDifference(_ second: Value, _ third: Value) -> Value { apply(.polygammaDifference, second, third) }
    func gammaincDerivative(_ second: Value, _ third: Value) -> Value { apply(.gammaincDerivative, second, third) }
    func betaincDerivative(_ a: Value, _ b: Value, _ x: Value) -> Value {
        Value.apply(.betaincDerivative, [self, a, b, x])
    }
    func zetaDerivative(_ second: Value, _ third: Value) -> Value { apply(.zetaDerivative, second, third) }
    func i0eDerivative(_ other: Value) -> Value { apply(.i0eDerivative, other) }
    func i1eDerivative(_ other: Value) -> Value { apply(.i1eDerivative, other) }
    func k0eDerivative(_ other: Value) -> Value { apply(.k0eDerivative, other) }
    func spenceDerivative(_ other: Value) -> Value { apply(.spenceDerivative, other) }
}
