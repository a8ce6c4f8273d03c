import CVectorMath

/// An elementwise function of so many operands over many numbers at once, with the bits of the op's number kernel.
@safe public struct VectorFunction<let operandCount: Int>: Sendable {
    fileprivate let function: RunFunction

    @inline(__always)
    fileprivate init(_ function: RunFunction.Function) { unsafe self.function = RunFunction(function) }
}

/// The same of however many operands, as instructions have it.
@safe struct RunFunction: BitwiseCopyable, Sendable {
    typealias Function = @convention(c) (UnsafePointer<CVectorMath_Run>?, UnsafePointer<CVectorMath_Memory>?) -> Void

    private let function: Function

    @inline(__always)
    fileprivate init(_ function: Function) { unsafe self.function = function }

    /// Writes the results of a run, which go where none of its operands is.
    @inline(__always)
    func callAsFunction(_ run: UnsafePointer<CVectorMath_Run>?, _ memory: UnsafePointer<CVectorMath_Memory>) {
        unsafe function(run, memory)
    }
}

extension Op {
    /// What computes it over many numbers at once, where something does.
    var runFunction: RunFunction? {
        var find = FindRunFunction()
        return interpret(&find)
    }
}

private struct FindRunFunction: Interpretation {
    func source<P: SourcePrimitive>(_ primitive: P.Type) -> RunFunction? { nil }
    func unary<P: UnaryPrimitive>(_ primitive: P.Type) -> RunFunction? { P.vector?.function }
    func binary<P: BinaryPrimitive>(_ primitive: P.Type) -> RunFunction? { P.vector?.function }
    func ternary<P: TernaryPrimitive>(_ primitive: P.Type) -> RunFunction? { P.vector?.function }
    func quaternary<P: QuaternaryPrimitive>(_ primitive: P.Type) -> RunFunction? { nil }
    func array<P: ArrayPrimitive>(_ primitive: P.Type) -> RunFunction? { nil }
    func composite<P: Composite>(_ primitive: P.Type) -> RunFunction? { nil }
}

/// One of one operand.
public typealias UnaryVector = VectorFunction<1>
/// One of two operands.
public typealias BinaryVector = VectorFunction<2>
/// One of three.
public typealias TernaryVector = VectorFunction<3>

extension UnaryVector {
    static var exp: UnaryVector { unsafe UnaryVector(CVectorMath_exp_run) }
    static var expm1: UnaryVector { unsafe UnaryVector(CVectorMath_expm1_run) }
    static var exp2: UnaryVector { unsafe UnaryVector(CVectorMath_exp2_run) }
    static var log: UnaryVector { unsafe UnaryVector(CVectorMath_log_run) }
    static var log2: UnaryVector { unsafe UnaryVector(CVectorMath_log2_run) }
    static var log10: UnaryVector { unsafe UnaryVector(CVectorMath_log10_run) }
    static var sin: UnaryVector { unsafe UnaryVector(CVectorMath_sin_run) }
    static var cos: UnaryVector { unsafe UnaryVector(CVectorMath_cos_run) }
    static var sineAndCosine: UnaryVector { unsafe UnaryVector(CVectorMath_sin_and_cos_run) }
    static var asin: UnaryVector { unsafe UnaryVector(CVectorMath_asin_run) }
    static var acos: UnaryVector { unsafe UnaryVector(CVectorMath_acos_run) }
    static var atan: UnaryVector { unsafe UnaryVector(CVectorMath_atan_run) }
    static var tanh: UnaryVector { unsafe UnaryVector(CVectorMath_tanh_run) }
    static var tanhAndSechSquare: UnaryVector { unsafe UnaryVector(CVectorMath_tanh_and_sech_square_run) }
    static var sechSquare: UnaryVector { unsafe UnaryVector(CVectorMath_sech_square_run) }
    static var sigmoid: UnaryVector { unsafe UnaryVector(CVectorMath_sigmoid_run) }
    static var logSigmoid: UnaryVector { unsafe UnaryVector(CVectorMath_log_sigmoid_run) }
    static var silu: UnaryVector { unsafe UnaryVector(CVectorMath_silu_run) }
    static var squareRoot: UnaryVector { unsafe UnaryVector(CVectorMath_sqrt_run) }
    static var reciprocal: UnaryVector { unsafe UnaryVector(CVectorMath_reciprocal_run) }
    static var negative: UnaryVector { unsafe UnaryVector(CVectorMath_negative_run) }
    static var square: UnaryVector { unsafe UnaryVector(CVectorMath_square_run) }
    static var relu: UnaryVector { unsafe UnaryVector(CVectorMath_relu_run) }
    static var abs: UnaryVector { unsafe UnaryVector(CVectorMath_abs_run) }
}

extension BinaryVector {
    static var add: BinaryVector { unsafe BinaryVector(CVectorMath_add_run) }
    static var subtract: BinaryVector { unsafe BinaryVector(CVectorMath_subtract_run) }
    static var multiply: BinaryVector { unsafe BinaryVector(CVectorMath_multiply_run) }
    static var divide: BinaryVector { unsafe BinaryVector(CVectorMath_divide_run) }
    static var absoluteZeroMultiply: BinaryVector { unsafe BinaryVector(CVectorMath_absolute_zero_multiply_run) }
    static var less: BinaryVector { unsafe BinaryVector(CVectorMath_less_run) }
    static var greater: BinaryVector { unsafe BinaryVector(CVectorMath_greater_run) }
    static var softplus: BinaryVector { unsafe BinaryVector(CVectorMath_softplus_scaled_run) }
}

extension TernaryVector {
    static var `where`: TernaryVector { unsafe TernaryVector(CVectorMath_where_run) }
    static var sumOfThree: TernaryVector { unsafe TernaryVector(CVectorMath_sum_of_three_run) }
    static var multiplyAdd: TernaryVector { unsafe TernaryVector(CVectorMath_multiply_add_run) }
    static var absoluteZeroMultiplyAdd: TernaryVector {
        unsafe TernaryVector(CVectorMath_absolute_zero_multiply_add_run)
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
        var both = numbers + numbers
        unsafe CVectorMath_run_unary(Int32(set), Int32(function), &both, Int32(numbers.count))
        return Array(both[numbers.count...])
    }

    /// The functions of one operand that have two results.
    package static var pairs: [String] {
        (0..<CVectorMath_pair_count()).map { unsafe String(cString: CVectorMath_pair_name($0)) }
    }

    /// Applies one of them, by its place in the list: the first results, and then the second ones.
    package static func runPair(_ function: Int, by set: Int, _ numbers: [Double]) -> [Double] {
        guard sets.indices.contains(set), pairs.indices.contains(function) else { return [] }
        var all = numbers + numbers + numbers
        unsafe CVectorMath_run_pair(Int32(set), Int32(function), &all, Int32(numbers.count))
        return Array(all[numbers.count...])
    }
}
