/// The numbers of an operand, while a kernel runs.
@safe struct ArrayView {
    private let base: UnsafePointer<Double>
    let count: Int

    init(_ base: UnsafePointer<Double>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    @inline(__always)
    subscript(_ index: Int) -> Double {
        precondition(index >= 0 && index < count, "an element outside of an array")
        return unsafe base[index]
    }

    /// For kernels in C, which are told the count as well.
    func withUnsafePointer<Result>(_ body: (UnsafePointer<Double>) -> Result) -> Result { unsafe body(base) }
}

/// The numbers of a result, while a kernel runs.
@safe struct MutableArrayView {
    private let base: UnsafeMutablePointer<Double>
    let count: Int

    init(_ base: UnsafeMutablePointer<Double>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    @inline(__always)
    subscript(_ index: Int) -> Double {
        get {
            precondition(index >= 0 && index < count, "an element outside of an array")
            return unsafe base[index]
        }
        nonmutating set {
            precondition(index >= 0 && index < count, "an element outside of an array")
            unsafe base[index] = newValue
        }
    }

    /// Writes one number everywhere.
    func fill(_ number: Double) {
        for index in 0..<count { self[index] = number }
    }

    /// For kernels in C, which are told the count as well.
    func withUnsafePointer<Result>(_ body: (UnsafeMutablePointer<Double>) -> Result) -> Result { unsafe body(base) }
}

/// A stretch of the workspace.
struct Slot: BitwiseCopyable, Sendable {
    let offset: Int32
    let count: Int32
}

/// The operands of an array op, while its kernel runs.
@safe struct ArrayOperands {
    private let base: UnsafeMutablePointer<Double>
    private let slots: [Slot]

    init(_ base: UnsafeMutablePointer<Double>, _ slots: [Slot]) {
        unsafe self.base = base
        self.slots = slots
    }

    var count: Int { slots.count }

    @inline(__always)
    subscript(_ position: Int) -> ArrayView {
        let slot = slots[position]
        return unsafe ArrayView(base + Int(slot.offset), count: Int(slot.count))
    }
}
