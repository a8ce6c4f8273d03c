/// Finds the known name that a mistyped one was probably meant to be.
package enum NearestName {
    /// More candidates than this are not searched: the answer to an error must not cost more than the work refused.
    private static let maximumCandidates = 10_000
    /// Names longer than this are not compared, for the same reason.
    private static let maximumLength = 64

    /// The candidate fewest edits away, the first of them in a tie; nil where none is near.
    package static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard wanted.count <= maximumLength else { return nil }
        // A third of the letters may be wrong, and one always; beyond that a suggestion is a guess.
        var limit = min(3, max(1, wanted.count / 3))
        var nearest: String?
        for candidate in candidates.lazy.prefix(maximumCandidates) {
            let other = folded(candidate)
            guard abs(other.count - wanted.count) <= limit, other.count <= maximumLength else { continue }
            let distance = distance(wanted, other)
            if distance <= limit {
                nearest = candidate
                limit = distance - 1
                if limit < 0 { break }
            }
        }
        return nearest
    }

    private static func folded(_ name: String) -> [UnicodeScalar] { Array(name.lowercased().unicodeScalars) }

    /// How many insertions, deletions, replacements and swaps of neighbours lead from `a` to `b`.
    ///
    /// This is the "optimal string alignment" distance; see Boytsov, "Indexing methods for approximate dictionary
    /// searching" (2011), section 2.
    static func distance(_ a: [UnicodeScalar], _ b: [UnicodeScalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for row in a.indices {
            var current = [row + 1]
            for column in b.indices {
                var best = min(last[column + 1], current[column]) + 1
                best = min(best, last[column] + (a[row] == b[column] ? 0 : 1))
                if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[b.count]
    }
}
