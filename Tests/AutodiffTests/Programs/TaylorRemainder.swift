import Autodiff
import Glibc

/// What is left of a function along a direction once its value and derivatives at a point are taken away.
struct TaylorRemainder {
    /// How fast what is left shrinks as the step is halved: a power of 2; nothing where it never is above rounding.
    let order: Double?

    /// - Parameters:
    ///   - derivatives: The value and the derivatives along the direction, as many as are taken away.
    ///   - rounding: How large what is left must be to be more than rounding.
    ///   - function: The function of the step along the direction.
    init(_ derivatives: [Double], rounding: Double, _ function: (Double) throws -> Double) rethrows {
        func remainder(_ step: Double) throws -> Double {
            var (rest, factor) = (try function(step), 1.0)
            for (power, derivative) in derivatives.enumerated() {
                rest -= factor * derivative
                factor *= step / Double(power + 1)
            }
            return abs(rest)
        }
        var order: Double?
        var step = 0.5
        var last = try remainder(step)
        for _ in 0..<20 {
            step /= 2
            let next = try remainder(step)
            // The smallest steps come closest to the order.
            if next < rounding { break }
            order = log2(last / next)
            last = next
        }
        self.order = order
    }
}
