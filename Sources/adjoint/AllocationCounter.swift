import Glibc

/// Counts allocations with a library that stands before the C library's own `malloc`, where one was loaded that way:
/// Benchmarks/native/allocations.c.
enum AllocationCounter {
    private typealias Function = @convention(c) () -> Int

    /// How often memory was allocated so far; nothing where nobody counts.
    static let count: (@Sendable () -> Int)? = {
        guard let symbol = unsafe dlsym(nil, "adjoint_allocation_count") else { return nil }
        let function = unsafe unsafeBitCast(symbol, to: Function.self)
        return { function() }
    }()
}
