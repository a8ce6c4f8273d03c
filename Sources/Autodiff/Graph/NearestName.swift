/// The known name that a mistyped one was probably meant to be.
///
/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), and takes the
/// least count up to a third of the name's length, but at least 1.
package func nearestName(to name: String, among known: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, typed.count / 3)
    var best: (distance: Int, lengthDifference: Int, name: String)?
    for candidate in known {
        let target = Array(candidate.lowercased().unicodeScalars.prefix(65))
        guard abs(target.count - typed.count) <= limit else { continue }
        let distance = editDistance(typed, target)
        guard distance <= limit, !(distance >= typed.count) else { continue }
        // A slip is likelier than a letter too few: ties go to the name of like length, as in tahn for tanh, not tan;
        // then to the one that sorts first, so that the answer does not depend on hashing.
        let found = (distance, abs(target.count - typed.count), candidate)
        if let best, best <= found { continue }
        best = found
    }
    return best?.name
}

private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            var distance = min(
                last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                distance = min(distance, beforeLast[column - 1] + 1)
            }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[second.count]
}
