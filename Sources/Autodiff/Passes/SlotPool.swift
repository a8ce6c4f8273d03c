/// Slots of the workspace: given out in contiguous stretches, and taken back in any pieces.
///
/// Free neighbours are one stretch. A stretch has its length written at both of its ends, so that joining takes
/// constant time, and is on a list of stretches of about its length, so that finding one does too.
package struct SlotPool {
    /// How many slots have been needed.
    package private(set) var count = 0
    private var slots: [FreeSlot] = []
    private var lists = FreeLists()

    /// How many stretches on a list are looked at for the one that fits best.
    private static let patience = 16

    package init() {}

    /// Gives out a stretch; which numbers are in it is not told.
    package mutating func take(_ size: Int) -> Int {
        guard size > 0 else { return 0 }
        if let start = bestFit(for: size) {
            let length = Int(slots[start].length)
            lists.remove(start, of: &slots)
            if length > size { lists.insert(start + size, length - size, of: &slots) }
            return start
        }
        // What is free at the end is made longer.
        let rest = count > 0 ? Int(slots[count - 1].length) : 0
        let start = count - rest
        if rest > 0 { lists.remove(start, of: &slots) }
        if rest > size {
            lists.insert(start + size, rest - size, of: &slots)
            return start
        }
        let missing = size - rest
        slots.append(contentsOf: repeatElement(FreeSlot(), count: missing))
        count += missing
        return start
    }

    /// Gives out a stretch, or a part of it, of at least a given length, where no free stretch is as long.
    package mutating func take(upTo size: Int, inPartsOf least: Int) -> Range<Int> {
        if size > least, bestFit(for: size) == nil, let part = longest() {
            let length = Int(slots[part].length)
            // What is free at the end is made longer.
            if length >= least, length < size, part + length < count {
                lists.remove(part, of: &slots)
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
        if start + size < count, slots[start + size].length > 0 {
            length += Int(slots[start + size].length)
            lists.remove(start + size, of: &slots)
        }
        if start > 0, slots[start - 1].length > 0 {
            first -= Int(slots[start - 1].length)
            length += start - first
            lists.remove(first, of: &slots)
        }
        lists.insert(first, length, of: &slots)
    }

    private func bestFit(for size: Int) -> Int? {
        let level = FreeLists.level(of: size)
        if let start = shortest(onListOf: level, for: size) { return start }
        let longer = lists.occupied & ~(UInt32.max >> (31 - level))
        return longer == 0 ? nil : shortest(onListOf: longer.trailingZeroBitCount, for: size)
    }

    /// The shortest stretch that is long enough, among the first of a list.
    private func shortest(onListOf level: Int, for size: Int) -> Int? {
        var best: Int?
        var bestLength = Int32.max
        var start = lists.first[level]
        for _ in 0..<SlotPool.patience where start >= 0 {
            let length = slots[Int(start)].length
            if length >= size, length < bestLength { (best, bestLength) = (Int(start), length) }
            if Int(length) == size { break }
            start = slots[Int(start)].next
        }
        return best
    }

    /// The longest stretch among the first of the last list.
    private func longest() -> Int? {
        guard lists.occupied != 0 else { return nil }
        var best: Int?
        var bestLength: Int32 = 0
        var start = lists.first[31 - lists.occupied.leadingZeroBitCount]
        for _ in 0..<SlotPool.patience where start >= 0 {
            let length = slots[Int(start)].length
            if length > bestLength { (best, bestLength) = (Int(start), length) }
            start = slots[Int(start)].next
        }
        return best
    }
}

/// What is noted about a slot.
private struct FreeSlot: BitwiseCopyable {
    /// At the first and the last slot of a free stretch its length; 0 at all others.
    var length: Int32 = 0
    /// At the first slot of a free stretch its neighbours on its list.
    var previous: Int32 = -1
    var next: Int32 = -1
}

/// For each power of two the stretches that are as long, up to twice that: lists, linked in the slots.
private struct FreeLists {
    /// The first stretch of each, or -1.
    private(set) var first = InlineArray<32, Int32>(repeating: -1)
    /// A bit for each list that is not empty.
    private(set) var occupied: UInt32 = 0

    mutating func insert(_ start: Int, _ length: Int, of slots: inout [FreeSlot]) {
        var slots = slots.mutableSpan
        let level = FreeLists.level(of: length)
        let next = first[level]
        slots[start + length - 1].length = Int32(length)
        slots[start] = FreeSlot(length: Int32(length), previous: -1, next: next)
        if next >= 0 { slots[Int(next)].previous = Int32(start) }
        first[level] = Int32(start)
        occupied |= 1 << UInt32(level)
    }

    mutating func remove(_ start: Int, of slots: inout [FreeSlot]) {
        var slots = slots.mutableSpan
        let slot = slots[start]
        let length = Int(slot.length)
        slots[start].length = 0
        slots[start + length - 1].length = 0
        if slot.next >= 0 { slots[Int(slot.next)].previous = slot.previous }
        if slot.previous >= 0 {
            slots[Int(slot.previous)].next = slot.next
        } else {
            let level = FreeLists.level(of: length)
            first[level] = slot.next
            if slot.next < 0 { occupied &= ~(1 << UInt32(level)) }
        }
    }

    static func level(of length: Int) -> Int { Int.bitWidth - 1 - length.leadingZeroBitCount }
}
