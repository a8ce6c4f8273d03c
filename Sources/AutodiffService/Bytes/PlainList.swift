/// A list of plain values that one owner has: what an array sees to with each value, that nobody shares its memory, is known.
@safe struct PlainList<Element: BitwiseCopyable>: ~Copyable {
    private var memory: UnsafeMutableBufferPointer<Element>
    private(set) var count = 0

    init(capacity: Int = 32) {
        unsafe memory = .allocate(capacity: max(capacity, 1))
    }

    deinit { unsafe memory.deallocate() }

    @inline(__always)
    var isEmpty: Bool { count == 0 }

    /// The values as an array.
    var array: [Element] { unsafe Array(UnsafeBufferPointer(rebasing: memory[..<count])) }

    @inline(__always)
    subscript(place: Int) -> Element {
        precondition(place >= 0 && place < count)
        return unsafe memory[place]
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if unsafe count == memory.count { grow() }
        unsafe memory.initializeElement(at: count, to: element)
        count &+= 1
    }

    @inline(__always)
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return unsafe memory[count]
    }

    /// Forgets the values from a place on.
    @inline(__always)
    mutating func drop(to place: Int) { count = min(place, count) }

    /// The value that was forgotten behind the last; it has to be there.
    @inline(__always)
    @unsafe var forgotten: Element { unsafe memory[count] }

    /// Takes the value that was forgotten behind the last; it has to be there.
    @inline(__always)
    @unsafe mutating func takeForgotten() { count &+= 1 }

    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: 2 * count)
        _ = unsafe larger.moveInitialize(fromContentsOf: memory)
        unsafe memory.deallocate()
        unsafe memory = unsafe larger
    }
}
