/// Finds the node of a graph that is what another would be, by a hash of what it is.
///
/// Open addressing over the places of nodes; what a node is stands in the graph alone. A search is a loop:
///
/// ```swift
/// var slot = table.slot(of: hash)
/// while let node = table.next(hash, &slot) { if isEqual(node) { return node } }
/// table.insert(append(), hash, at: slot)
/// ```
package struct NodeTable {
    /// For each slot the hash in the upper half and one more than the node in the lower; 0 where it is empty.
    private var slots: [UInt64]
    private var count = 0

    /// Makes a table with room for so many nodes; it grows beyond.
    package init(capacity: Int) { slots = [UInt64](repeating: 0, count: NodeTable.size(for: capacity)) }

    /// Where the search for a hash begins.
    package func slot(of hash: UInt32) -> Int { Int(hash) & (slots.count - 1) }

    /// The next node of a hash; nothing where there is no other, and `slot` is then where to insert one.
    package func next(_ hash: UInt32, _ slot: inout Int) -> NodeIndex? {
        while slots[slot] != 0 {
            let entry = slots[slot]
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                slot = (slot + 1) & (slots.count - 1)
                return NodeIndex(truncatingIfNeeded: entry) - 1
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Inserts a node where a search for its hash ended.
    package mutating func insert(_ node: NodeIndex, _ hash: UInt32, at slot: Int) {
        slots[slot] = UInt64(hash) << 32 | UInt64(UInt32(node + 1))
        count += 1
        if count > slots.count / 4 * 3 { grow() }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for entry in old where entry != 0 {
            var slot = slot(of: UInt32(truncatingIfNeeded: entry >> 32))
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    // A power of two, at most three quarters full.
    private static func size(for capacity: Int) -> Int {
        let least = max(capacity + capacity / 3, 8)
        return 1 << (Int.bitWidth - least.leadingZeroBitCount)
    }
}

/// A hash of what a node is, different in each process, so that nobody can send a graph whose nodes all have one.
struct NodeHash {
    private let first = NodeHash.seeds.first
    private let second = NodeHash.seeds.second

    private static let seeds = (
        first: UInt64.random(in: 1...UInt64.max), second: UInt64.random(in: 1...UInt64.max)
    )

    /// The hash of an op and a number that goes with it.
    func callAsFunction(_ op: Op, _ number: UInt64) -> UInt32 { mix(number, UInt64(op.rawValue)) }

    /// The hash of an op and its operands.
    func callAsFunction(_ op: Op, _ operands: ElementwiseOperands) -> UInt32 {
        let hash = mix(NodeHash.pair(operands.first, operands.second), UInt64(op.rawValue))
        return operands.count < 3 ? hash : mix(NodeHash.pair(operands.third, operands.fourth), UInt64(hash))
    }

    /// A hash with one more operand.
    func callAsFunction(_ hash: UInt32, _ operand: NodeIndex) -> UInt32 {
        mix(UInt64(UInt32(bitPattern: operand)), UInt64(hash))
    }

    private func mix(_ number: UInt64, _ other: UInt64) -> UInt32 {
        let (high, low) = (number ^ first).multipliedFullWidth(by: other ^ second)
        let folded = high ^ low
        return UInt32(truncatingIfNeeded: folded ^ folded >> 32)
    }

    private static func pair(_ first: NodeIndex, _ second: NodeIndex) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }
}
