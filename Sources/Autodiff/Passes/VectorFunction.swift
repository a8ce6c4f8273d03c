import CVectorMath

/// An elementwise function of one operand over many numbers at once, with the bits of the op's number kernel.
@safe public struct UnaryVector: Sendable {
    typealias Function = @convention(c) (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void

    private let function: Function
    /// Whether it takes no longer than to fetch its operands, so that these are better not gathered first.
    let isCheap: Bool

    @inline(__always)
    private init(_ function: Function, isCheap: Bool = false) {
        unsafe self.function = function
        self.isCheap = isCheap
    }

    /// Writes the function of each of some numbers, which may stand where the results go.
    @inline(__always)
    func run(_ x: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, count: Int) {
        unsafe function(x, result, count)
    }
}

extension UnaryVector {
    static var exp: UnaryVector { unsafe UnaryVector(CVectorMath_exp_each) }
    static var expm1: UnaryVector { unsafe UnaryVector(CVectorMath_expm1_each) }
    static var exp2: UnaryVector { unsafe UnaryVector(CVectorMath_exp2_each) }
    static var log: UnaryVector { unsafe UnaryVector(CVectorMath_log_each) }
    static var log2: UnaryVector { unsafe UnaryVector(CVectorMath_log2_each) }
    static var log10: UnaryVector { unsafe UnaryVector(CVectorMath_log10_each) }
    static var sin: UnaryVector { unsafe UnaryVector(CVectorMath_sin_each) }
    static var cos: UnaryVector { unsafe UnaryVector(CVectorMath_cos_each) }
    static var asin: UnaryVector { unsafe UnaryVector(CVectorMath_asin_each) }
    static var acos: UnaryVector { unsafe UnaryVector(CVectorMath_acos_each) }
    static var atan: UnaryVector { unsafe UnaryVector(CVectorMath_atan_each) }
    static var tanh: UnaryVector { unsafe UnaryVector(CVectorMath_tanh_each) }
    static var sechSquare: UnaryVector { unsafe UnaryVector(CVectorMath_sech_square_each) }
    static var sigmoid: UnaryVector { unsafe UnaryVector(CVectorMath_sigmoid_each) }
    static var logSigmoid: UnaryVector { unsafe UnaryVector(CVectorMath_log_sigmoid_each) }
    static var silu: UnaryVector { unsafe UnaryVector(CVectorMath_silu_each) }
    static var squareRoot: UnaryVector { unsafe UnaryVector(CVectorMath_sqrt_each, isCheap: true) }
    static var reciprocal: UnaryVector { unsafe UnaryVector(CVectorMath_reciprocal_each, isCheap: true) }
    static var negative: UnaryVector { unsafe UnaryVector(CVectorMath_negative_each, isCheap: true) }
    static var square: UnaryVector { unsafe UnaryVector(CVectorMath_square_each, isCheap: true) }
    static var relu: UnaryVector { unsafe UnaryVector(CVectorMath_relu_each, isCheap: true) }
    static var abs: UnaryVector { unsafe UnaryVector(CVectorMath_abs_each, isCheap: true) }
}

/// An elementwise function of two operands over many numbers at once, with the bits of the op's number kernel.
@safe public struct BinaryVector: Sendable {
    typealias Function =
        @convention(c) (
            UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int
        ) -> Void

    private let function: Function

    @inline(__always)
    private init(_ function: Function) { unsafe self.function = function }

    /// Writes the function of each of some pairs of numbers, either of which may stand where the results go.
    @inline(__always)
    func run(
        _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, count: Int
    ) {
        unsafe function(x, y, result, count)
    }
}

extension BinaryVector {
    static var add: BinaryVector { unsafe BinaryVector(CVectorMath_add_each) }
    static var subtract: BinaryVector { unsafe BinaryVector(CVectorMath_subtract_each) }
    static var multiply: BinaryVector { unsafe BinaryVector(CVectorMath_multiply_each) }
    static var divide: BinaryVector { unsafe BinaryVector(CVectorMath_divide_each) }
    static var absoluteZeroMultiply: BinaryVector { unsafe BinaryVector(CVectorMath_absolute_zero_multiply_each) }
    static var less: BinaryVector { unsafe BinaryVector(CVectorMath_less_each) }
    static var greater: BinaryVector { unsafe BinaryVector(CVectorMath_greater_each) }
    static var softplus: BinaryVector { unsafe BinaryVector(CVectorMath_softplus_scaled_each) }
}

/// An elementwise function of three operands over many numbers at once, with the bits of the op's number kernel.
@safe public struct TernaryVector: Sendable {
    typealias Function =
        @convention(c) (
            UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int
        ) -> Void

    private let function: Function

    @inline(__always)
    private init(_ function: Function) { unsafe self.function = function }

    /// Writes the function of each of some triples of numbers, any of which may stand where the results go.
    @inline(__always)
    func run(
        _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ z: UnsafePointer<Double>,
        _ result: UnsafeMutablePointer<Double>, count: Int
    ) {
        unsafe function(x, y, z, result, count)
    }
}

extension TernaryVector {
    static var `where`: TernaryVector { unsafe TernaryVector(CVectorMath_where_each) }
    static var sumOfThree: TernaryVector { unsafe TernaryVector(CVectorMath_sum_of_three_each) }
    static var multiplyAdd: TernaryVector { unsafe TernaryVector(CVectorMath_multiply_add_each) }
    static var absoluteZeroMultiplyAdd: TernaryVector {
        unsafe TernaryVector(CVectorMath_absolute_zero_multiply_add_each)
    }
}

/// The functions behind them, one by one and by each instruction set that this machine has.
package enum VectorMath {
    /// The sets, that which is used first; the last one computes number by number.
    package static var sets: [String] {
        (0..<CVectorMath_set_count()).map { unsafe String(cString: CVectorMath_set_name($0)) }
    }

    /// The functions of one operand.
    package static var functions: [String] {
        (0..<CVectorMath_unary_count()).map { unsafe String(cString: CVectorMath_unary_name($0)) }
    }

    /// Applies a function of one operand, by its place in the list, by an instruction set, by its.
    package static func run(_ function: Int, by set: Int, _ numbers: [Double]) -> [Double] {
        guard sets.indices.contains(set), functions.indices.contains(function) else { return [] }
        var results = numbers
        unsafe results.withUnsafeMutableBufferPointer { buffer in
            unsafe CVectorMath_run_unary(
                Int32(set), Int32(function), buffer.baseAddress, buffer.baseAddress, buffer.count)
        }
        return results
    }
}
