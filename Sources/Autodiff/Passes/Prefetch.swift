import CPrefetch

extension Array where Element: BitwiseCopyable {
    /// Asks for an element to be brought near before it is read.
    ///
    /// In a graph of a million nodes each look-up at random waits for memory; asked for together, they wait together.
    @inline(__always)
    func prefetch(_ index: Int) {
        unsafe withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            unsafe CPrefetch_read(base + index)
        }
    }
}

extension Span where Element: BitwiseCopyable {
    /// Asks for an element to be brought near before it is read.
    @inline(__always)
    func prefetch(_ index: Int) {
        unsafe withUnsafeBufferPointer { elements in
            guard let base = elements.baseAddress else { return }
            unsafe CPrefetch_read(base + index)
        }
    }
}

extension MutableSpan where Element: BitwiseCopyable {
    /// Asks for an element to be brought near before it is read or written.
    @inline(__always)
    func prefetch(_ index: Int) { span.prefetch(index) }
}

extension Graph {
    /// How many operands ahead memory is asked for about them; more than there are, where all is near anyway.
    static func operandsAhead(ofNodes count: Int) -> Int { count > largestNearby ? 48 : .max }

    /// Up to how many nodes all that is looked up about them is near anyway, in the cache of a core.
    static let largestNearby = 1 << 15
}
