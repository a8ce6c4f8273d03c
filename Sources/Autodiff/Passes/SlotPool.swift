/// Slots of the workspace: given out in contiguous stretches, and taken back in any pieces.
///
/// Free neighbours are one stretch. A stretch has its length written at both of its ends, so that joining takes
/// constant time, and is on a list of stretches of about its length, so that finding one does too.
package struct SlotPool {
    /// How many slots have been needed.
    package private(set) var count = 0
    /// At the first and the last slot of each free stretch its length; 0 at all others.
    private var lengths: [Int32] = []
    /// At the first slot of each free stretch its neighbours on its list.
    private var links: [(previous: Int32, next: Int32)] = []
    /// For each power of two the first stretch on the list of those that are as long, up to twice that.
    private var lists = [Int32](repeating: -1, count: Int32.bitWidth)
    /// A bit for each list that is not empty.
    private var occupied: UInt32 = 0

    /// How many stretches on a list are looked at for the one that fits best.
    private static let patience = 16

    package init() {}

    /// Gives out a stretch; which numbers are in it is not told.
    package mutating func take(_ size: Int) -> Int {
        guard size > 0 else { return 0 }
        if let start = bestFit(for: size) {
            let length = Int(lengths[start])
            remove(start)
            if length > size { insert(start + size, length: length - size) }
            return start
        }
        // What is free at the end is made longer.
        let rest = count > 0 ? Int(lengths[count - 1]) : 0
        let start = count - rest
        if rest > 0 { remove(start) }
        if rest > size {
            insert(start + size, length: rest - size)
            return start
        }
        let missing = size - rest
        lengths.append(contentsOf: repeatElement(0, count: missing))
        links.append(contentsOf: repeatElement((previous: -1, next: -1), count: missing))
        count += missing
        return start
    }

    /// Gives out a stretch, or a part of it, of at least a given length, where no free stretch is as long.
    package mutating func take(upTo size: Int, inPartsOf least: Int) -> Range<Int> {
        if size > least, bestFit(for: size) == nil, let part = longest() {
            let length = Int(lengths[part])
            // What is free at the end is made longer.
            if length >= least, length < size, part + length < count {
                remove(part)
                return part..<part + length
            }
        }
        let start = take(size)
        return start..<start + size
    }

    /// Takes a stretch back, or a part of one.
    package mutating func give(back start: Int, _ size: Int) {
        guard size > 0 else { return }
        var (first, length) = (start, size)
        if start + size < count, lengths[start + size] > 0 {
            length += Int(lengths[start + size])
            remove(start + size)
        }
        if start > 0, lengths[start - 1] > 0 {
            first -= Int(lengths[start - 1])
            length += start - first
            remove(first)
        }
        insert(first, length: length)
    }

    private func bestFit(for size: Int) -> Int? {
        let level = SlotPool.level(of: size)
        if let start = shortest(onListOf: level, for: size) { return start }
        let longer = occupied & ~(UInt32.max >> (31 - level))
        return longer == 0 ? nil : shortest(onListOf: longer.trailingZeroBitCount, for: size)
    }

    /// The shortest stretch that is long enough, among the first of a list.
    private func shortest(onListOf level: Int, for size: Int) -> Int? {
        var best: Int?
        var bestLength = Int32.max
        var start = lists[level]
        for _ in 0..<SlotPool.patience where start >= 0 {
            let length = lengths[Int(start)]
            if length >= size, length < bestLength { (best, bestLength) = (Int(start), length) }
            if Int(length) == size { break }
            start = links[Int(start)].next
        }
        return best
    }

    /// The longest stretch among the first of the last list.
    private func longest() -> Int? {
        guard occupied != 0 else { return nil }
        var best: Int?
        var bestLength: Int32 = 0
        var start = lists[31 - occupied.leadingZeroBitCount]
        for _ in 0..<SlotPool.patience where start >= 0 {
            let length = lengths[Int(start)]
            if length > bestLength { (best, bestLength) = (Int(start), length) }
            start = links[Int(start)].next
        }
        return best
    }

    private mutating func insert(_ start: Int, length: Int) {
        lengths[start] = Int32(length)
        lengths[start + length - 1] = Int32(length)
        let level = SlotPool.level(of: length)
        let next = lists[level]
        links[start] = (-1, next)
        if next >= 0 { links[Int(next)].previous = Int32(start) }
        lists[level] = Int32(start)
        occupied |= 1 << UInt32(level)
    }

    private mutating func remove(_ start: Int) {
        let length = Int(lengths[start])
        lengths[start] = 0
        lengths[start + length - 1] = 0
        let (previous, next) = links[start]
        if next >= 0 { links[Int(next)].previous = previous }
        if previous >= 0 {
            links[Int(previous)].next = next
        } else {
            let level = SlotPool.level(of: length)
            lists[level] = next
            if next < 0 { occupied &= ~(1 << UInt32(level)) }
        }
    }

    private static func level(of length: Int) -> Int { Int.bitWidth - 1 - length.leadingZeroBitCount }
}
