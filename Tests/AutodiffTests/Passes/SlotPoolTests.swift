import Autodiff
import Testing

/// Slots are given out once at a time, whatever was taken back before.
@Suite("Slots of the workspace") struct SlotPoolTests {
    @Test(arguments: 0..<40) func `are never given out twice`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        var pool = SlotPool()
        var isTaken: [Bool] = []
        var stretches: [Range<Int>] = []
        let longest = seed.isMultiple(of: 3) ? 7 : 60
        for _ in 0..<600 {
            if stretches.isEmpty || Int.random(in: 0..<5, using: &generator) < 3 {
                let size = Int.random(in: 1...longest, using: &generator)
                let start = pool.take(size)
                while isTaken.count < pool.count { isTaken.append(false) }
                #expect(!isTaken[start..<start + size].contains(true))
                for slot in start..<start + size { isTaken[slot] = true }
                stretches.append(start..<start + size)
            } else {
                let stretch = stretches.remove(at: Int.random(in: stretches.indices, using: &generator))
                let cut = Int.random(in: stretch.lowerBound...stretch.upperBound, using: &generator)
                for slot in stretch.lowerBound..<cut { isTaken[slot] = false }
                pool.give(back: stretch.lowerBound, cut - stretch.lowerBound)
                if cut < stretch.upperBound { stretches.append(cut..<stretch.upperBound) }
            }
        }
    }

    @Test(arguments: 0..<20) func `are given out in parts only where no stretch is as long`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        var pool = SlotPool()
        #expect(pool.take(2000) == 0)
        var isTaken = [Bool](repeating: true, count: 2000)
        var freeCount = 0
        while freeCount < 1000 {
            let size = Int.random(in: 1...30, using: &generator)
            let start = Int.random(in: 0...2000 - size, using: &generator)
            guard !isTaken[start..<start + size].contains(false) else { continue }
            for slot in start..<start + size { isTaken[slot] = false }
            pool.give(back: start, size)
            freeCount += size
        }
        var rest = 600
        var partCount = 0
        while rest > 0 {
            let part = pool.take(upTo: rest, inPartsOf: 8)
            #expect(part.count == rest || part.count >= 8)
            for slot in part {
                if slot < isTaken.count { #expect(!isTaken[slot]) } else { isTaken.append(true) }
                isTaken[slot] = true
            }
            rest -= part.count
            partCount += 1
        }
        #expect(partCount > 1)
        #expect(pool.count < 2600)
        // Where one stretch has room, it is given.
        for slot in isTaken.indices where isTaken[slot] { pool.give(back: slot, 1) }
        #expect(pool.take(upTo: 1900, inPartsOf: 8).count == 1900)
    }

    @Test func `are taken from a longer stretch at the end that no search has found`() {
        var pool = SlotPool()
        let small = (0..<17).map { _ in
            defer { _ = pool.take(1) }
            return pool.take(4)
        }
        let end = pool.take(7)
        let count = pool.count
        // First on its list, and so the last there once the others are back.
        pool.give(back: end, 7)
        for start in small { pool.give(back: start, 4) }
        #expect(pool.take(6) == end)
        #expect(pool.count == count)
        #expect(pool.take(1) == end + 6)
    }

    @Test func `are one stretch again when all are back`() {
        var pool = SlotPool()
        let starts = (0..<9).map { _ in pool.take(5) }
        for start in starts.filter({ $0.isMultiple(of: 2) }) { pool.give(back: start, 5) }
        for start in starts.filter({ !$0.isMultiple(of: 2) }) { pool.give(back: start, 5) }
        #expect(pool.take(45) == 0)
        #expect(pool.count == 45)
    }

    @Test(arguments: [10, 1000]) func `of a chain are few, however long it is`(length: Int) throws {
        var text = "x0 = x + 1\n"
        for step in 1...length { text += "x\(step) = x\(step - 1)*x + 1\n" }
        let graph = try Graph(expression: text)
        let program = Program.compile(graph, wanted: [NodeIndex(graph.count - 1)])
        // The input, the constant, the sum and the product that are at work, and a slot for the one that they make.
        #expect(program.workspaceCount <= 5)
    }
}
