/// The known name that a mistyped one was probably meant to be; the one that sorts first where several are as near.
///
/// A third of the letters may be wrong, and one always; beyond that a suggestion is a guess. Long names and the
/// rest of long lists are not looked at: the answer to an error must not cost more than the work refused.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count <= 64 else { return nil }
    let limit = min(3, max(1, wanted.count / 3))
    var best: (distance: Int, lengthDifference: Int, name: String)?
    for candidate in known.lazy.prefix(10_000) {
        let other = Array(candidate.lowercased().unicodeScalars)
        guard abs(other.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, other)
        // All letters of a name wrong is another name.
        guard distance <= limit, distance < max(wanted.count, 1) else { continue }
        // A slip is likelier than a letter too few: ties go to the name of like length, as in tahn for tanh, not tan.
        let found = (distance, abs(other.count - wanted.count), candidate)
        if let best, best <= found { continue }
        best = found
    }
    return best?.name
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one text to another.
///
/// This is the "optimal string alignment" distance; see Boytsov, "Indexing methods for approximate dictionary
/// searching" (2011), section 2.
package func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
        var current = [row + 1]
        for column in second.indices {
            var distance = min(last[column + 1], current[column]) + 1
            distance = min(distance, last[column] + (first[row] == second[column] ? 0 : 1))
            if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
