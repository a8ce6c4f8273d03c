import Autodiff
import Testing

/// A table finds every node that was put into it, by its hash, and no other.
@Suite("Tables of nodes") struct NodeTableTests {
    @Test(arguments: [1, 7, 1 << 20]) func `find all nodes of a hash, also after they have grown`(hashCount: UInt32) {
        var table = NodeTable(capacity: 4)
        let count: NodeIndex = 1000
        for node in 0..<count {
            let hash = UInt32(node) % hashCount
            var slot = table.slot(of: hash)
            while table.next(hash, &slot) != nil {}
            table.insert(node, hash, at: slot)
        }
        for hash in 0..<min(hashCount, 2000) {
            var found: [NodeIndex] = []
            var slot = table.slot(of: hash)
            while let node = table.next(hash, &slot) { found.append(node) }
            #expect(found.sorted() == (0..<count).filter { UInt32($0) % hashCount == hash })
        }
    }
}
