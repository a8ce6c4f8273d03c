/// A stack of plain values, in memory that has to be given back by hand: what a list would check at each step is known here.
@unsafe struct ByteStack<Element: BitwiseCopyable> {
    private var memory = unsafe UnsafeMutableBufferPointer<Element>(start: nil, count: 0)
    private(set) var count = 0

    /// Gives the memory back, after which there must be no other call.
    func deallocate() { unsafe memory.deallocate() }

    var isEmpty: Bool { unsafe count == 0 }

    /// An element, which has to be there.
    @inline(__always)
    subscript(place: Int) -> Element { unsafe memory[place] }

    @inline(__always)
    mutating func push(_ element: Element) {
        if unsafe count == memory.count { unsafe grow() }
        unsafe memory.initializeElement(at: count, to: element)
        unsafe count &+= 1
    }

    @inline(__always)
    mutating func pop() -> Element? {
        guard unsafe count > 0 else { return nil }
        unsafe count &-= 1
        return unsafe memory[count]
    }

    /// Forgets the elements from a place on.
    @inline(__always)
    mutating func drop(to place: Int) { unsafe count = place }

    private mutating func grow() {
        let larger = unsafe UnsafeMutableBufferPointer<Element>.allocate(capacity: max(32, 2 * count))
        _ = unsafe larger.moveInitialize(fromContentsOf: memory)
        unsafe memory.deallocate()
        unsafe memory = unsafe larger
    }
}
