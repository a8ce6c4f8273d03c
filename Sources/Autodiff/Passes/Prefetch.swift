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

extension Graph {
    /// Up to how many nodes all that is looked up about them is near anyway, in the cache of a core.
    static let largestNearby = 1 << 15
}
