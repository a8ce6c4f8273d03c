import Glibc

extension Double {
    static let twoOverRootPi = 1.1283791670955126
    static let oneOverRootTwoPi = 0.3989422804014327

    /// `exp(-rate * self * self)`, with what the square lost to rounding.
    func expOfNegativeSquare(_ rate: Double) -> Double {
        let square = self * self
        let decay = Glibc.exp(-rate * square)
        return decay == 0 ? 0 : decay * (1 - rate * Glibc.fma(self, self, -square))
    }
}

extension Primitive {
    /// Whether a number is a whole one, as the orders of Bessel functions are.
    static func isWhole(_ number: Double) -> Bool { number == number.rounded() && number.magnitude <= 1000 }
    /// Whether a number can be the order of a derivative: the kernels stop at 64, so that no request runs for long.
    static func isDerivative(_ number: Double) -> Bool { isWhole(number) && number >= 0 && number <= 64 }
    /// Whether a number can hold several such orders.
    static func isOrders(_ number: Double) -> Bool { number == number.rounded() && (0..<65_536).contains(number) }
}
