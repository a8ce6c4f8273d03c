import Autodiff

private let nan = Double.nan
private let inf = Double.infinity
private let gammaOfEuler = 0.5772156649015329

extension Convention {
    /// Edges, poles and kinks of the special functions.
    static let special = [
        // JAX has i0'(0) = 1, since its i0 is made of a derivative of abs; and ndtri'(0) = 0.
        Convention("i0", at: 0, value: 1, gradient: [0], hessian: [0.5]),
        Convention("ndtri", at: 0, value: -inf, gradient: [inf], hessian: [-inf]),
        Convention("ndtri", at: 1, value: inf, gradient: [inf], hessian: [inf]),
        Convention("i0e", at: 0, value: 1, gradient: [0], hessian: [1.5]),
        Convention("i1", at: 0, value: 0, gradient: [0.5], hessian: [0]),
        Convention("i1e", at: 0, value: 0, gradient: [0.5], hessian: [0]),
        Convention("erfinv", at: 1, value: inf, gradient: [inf], hessian: [inf]),
        Convention("erfinv", at: -1, value: -inf, gradient: [inf], hessian: [-inf]),
        Convention("erfinv", at: 1.5, value: nan, gradient: [nan]),
        Convention("erfcinv", at: 0, value: inf, gradient: [-inf], hessian: [inf]),
        Convention("erfcinv", at: 2, value: -inf, gradient: [-inf], hessian: [-inf]),
        Convention("erfcx", at: inf, value: 0, gradient: [0], hessian: [0]),
        Convention("log_ndtr", at: inf, value: 0, gradient: [0]),
        Convention("log_ndtr", at: 40, value: 0, gradient: [0], hessian: [0]),
        Convention("log_ndtr", at: -1e10, value: -5e19, gradient: [1e10], hessian: [-1]),
        Convention("gamma", at: 0, value: inf, gradient: [-inf]),
        Convention("gamma", at: -1, value: nan, gradient: [nan]),
        Convention("gamma", at: 200, value: inf, gradient: [inf]),
        Convention("lgamma", at: 0, value: inf, gradient: [-inf], hessian: [inf]),
        Convention("lgamma", at: -1, value: inf, gradient: [nan], hessian: [inf]),
        Convention("digamma", at: 0, value: -inf, gradient: [inf]),
        Convention("digamma", at: -1, value: nan, gradient: [inf]),
        Convention("polygamma", at: 1.5, 2, value: nan, gradient: [0, nan]),
        Convention("factorial", at: 0, value: 1, gradient: [-gammaOfEuler]),
        Convention("factorial", at: -1, value: nan, gradient: [nan]),
        Convention("comb", at: 3, 5, value: 0, gradient: [0, 0], hessian: [0, 0, 0]),
        Convention("beta", at: 0, 1, value: inf, gradient: [-inf, nan]),
        Convention("gammainc", at: 2, 0, value: 0, gradient: [0, 0]),
        Convention("gammainc", at: 1, 0, value: 0, gradient: [0, 1]),
        Convention("gammainc", at: 0.5, 0, value: 0, gradient: [0, inf]),
        Convention("gammainc", at: -1, 2, value: nan, gradient: [nan, nan]),
        Convention("betainc", at: 2, 3, 0, value: 0, gradient: [0, 0, 0]),
        Convention("betainc", at: 1, 3, 0, value: 0, gradient: [0, 0, 3]),
        Convention("betainc", at: 2, 0.5, 1, value: 1, gradient: [0, 0, inf]),
        Convention("betainc", at: 2, 3, 1.5, value: nan, gradient: [nan, nan, nan]),
        Convention("zeta", at: 1, 1, value: inf, gradient: [-inf, -1.6449340668482264]),
        Convention("zeta", at: 0.5, 1, value: nan, gradient: [nan, -1.3061876743427442]),
        Convention("y0", at: 0, value: -inf, gradient: [inf]),
        Convention("y1", at: -1, value: nan, gradient: [nan]),
        Convention("k0", at: 0, value: inf, gradient: [-inf], hessian: [inf]),
        Convention("jn", at: 0.5, 1, value: nan, gradient: [0, nan]),
        Convention("jn", at: -1, 2, value: -0.5767248077568734, gradient: [0, 0.06447162473720103]),
        Convention("spence", at: 1, value: 0, gradient: [-1], hessian: [0.5]),
        Convention("spence", at: 0, value: 1.6449340668482264, gradient: [-inf], hessian: [inf]),
        Convention("expi", at: 0, value: -inf, gradient: [inf]),
        Convention("exp1", at: 0, value: inf, gradient: [-inf]),
        Convention("expn", at: 3, 0, value: 0.5, gradient: [0, -1]),
    ]
}
