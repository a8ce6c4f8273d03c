private let inf = Double.infinity
private let halfPi = Double.pi / 2
private let least = Double.leastNonzeroMagnitude

extension Convention {
    /// Numbers that overflow, underflow, saturate or are infinite.
    static let range = [
        Convention("exp", at: 710, value: inf, gradient: [inf], hessian: [inf]),
        Convention("exp", at: -746, value: 0, gradient: [0], hessian: [0]),
        Convention("exp", at: -inf, value: 0, gradient: [0], hessian: [0]),
        Convention("expm1", at: 1e-20, value: 1e-20, gradient: [1], hessian: [1]),
        Convention("expm1", at: -800, value: -1, gradient: [0], hessian: [0]),
        Convention("log", at: inf, value: inf, gradient: [0], hessian: [0]),
        Convention("sqrt", at: inf, value: inf, gradient: [0], hessian: [0]),
        Convention("tan", at: halfPi, value: 1.633123935319537e16, gradient: [2.667093788113571e32]),
        Convention("atan", at: inf, value: halfPi, gradient: [0], hessian: [0]),
        Convention("atan", at: -inf, value: -halfPi, gradient: [0], hessian: [0]),
        Convention("sinh", at: 711, value: inf, gradient: [inf], hessian: [inf]),
        Convention("sinh", at: -711, value: -inf, gradient: [inf], hessian: [-inf]),
        Convention("cosh", at: 711, value: inf, gradient: [inf], hessian: [inf]),
        Convention("cosh", at: -711, value: inf, gradient: [-inf], hessian: [inf]),
        Convention(
            "tanh", at: 20, value: 1, gradient: [1.6993417021166355e-17], hessian: [-3.398683404233271e-17]),
        Convention("tanh", at: 400, value: 1, gradient: [0], hessian: [0]),
        Convention("tanh", at: -inf, value: -1, gradient: [0], hessian: [0]),
        Convention("sigmoid", at: -800, value: 0, gradient: [0], hessian: [0]),
        Convention("sigmoid", at: -745, value: least, gradient: [least], hessian: [least]),
        Convention("sigmoid", at: 800, value: 1, gradient: [0], hessian: [0]),
        Convention("sigmoid", at: inf, value: 1, gradient: [0], hessian: [0]),
        Convention(
            "softplus", at: 25, value: 25.000000000013888, gradient: [0.9999999999861121],
            hessian: [1.388794386457827e-11]),
        Convention("softplus", at: 800, value: 800, gradient: [1], hessian: [0]),
        Convention("softplus", at: -800, value: 0, gradient: [0], hessian: [0]),
        Convention("softplus", at: inf, value: inf, gradient: [1], hessian: [0]),
        Convention("softplus", at: -inf, value: 0, gradient: [0], hessian: [0]),
        Convention("relu", at: inf, value: inf, gradient: [1], hessian: [0]),
        Convention("abs", at: -inf, value: inf, gradient: [-1], hessian: [0]),
        Convention(
            "hypot", at: 3e200, 4e200, value: 5e200, gradient: [0.6, 0.8],
            hessian: [1.28e-201, -9.6e-202, 7.2e-202]),
        Convention("hypot", at: 1e-200, 0, value: 1e-200, gradient: [1, 0], hessian: [0, 0, 1e200]),
        Convention("atan2", at: 3e200, 4e200, value: 0.6435011087932844, gradient: [1.6e-201, -1.2e-201]),
        Convention("divide", at: 1e300, 1e-300, value: inf, gradient: [1e300, -inf]),
        Convention("multiply", at: 1e200, 1e200, value: inf, gradient: [1e200, 1e200], hessian: [0, 1, 0]),
    ]
}
