/// Writes `Encodable` values as JSON whose members stand in the order in which they were encoded.
///
/// Foundation's encoder orders the keys of an object by chance or by alphabet, while the contract reports nodes in the order
/// of their evaluation. Numbers are written as `JSONText` has them. Types to which Foundation gives a
/// meaning of its own (`Date`, `Data`, `URL`, `Decimal`) are written as their own `encode(to:)` says.
package struct OrderedJSONEncoder {
    /// Choices of the caller that values may look at while they are encoded.
    package var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    package init() {}

    /// Returns `value` as UTF-8 JSON without whitespace.
    package func encode(_ value: some Encodable) throws -> [UInt8] {
        let page = JSONPage()
        try JSONNode(page: page, choices: userInfo).write(value)
        return page.finished()
    }
}

/// Text being written, with the places where the text of a nested container is still missing.
///
/// A nested container may be written to until the end, long after its parent went on, so it has a page of its own.
final class JSONPage {
    var text = JSONText()
    private var gaps: [(offset: Int, node: JSONNode)] = []

    /// Leaves the place for what `node` will have written.
    func leaveGap(for node: JSONNode) { gaps.append((text.bytes.count, node)) }

    /// Writes `value` if it is of a type that consists of numbers, and says whether it is.
    ///
    /// These are what big responses consist of: they need no node, and no container per element.
    func writeNumbers<Value>(_ value: Value, _ choices: [CodingUserInfoKey: any Sendable]) -> Bool {
        if Value.self == WireArray.self, let array = value as? WireArray {
            text.append(array, as: WireArray.Format(in: choices))
        } else if Value.self == OrderedMap<WireArray>.self, let map = value as? OrderedMap<WireArray> {
            text.append(map, as: WireArray.Format(in: choices))
        } else if Value.self == [Double].self, let numbers = value as? [Double] {
            text.append(numbers: numbers)
        } else if Value.self == Double.self, let number = value as? Double {
            text.append(number: number)
        } else {
            return false
        }
        return true
    }

    /// The text with every gap filled.
    func finished() -> [UInt8] {
        if gaps.isEmpty { return text.bytes }
        var whole: [UInt8] = []
        var done = 0
        for gap in gaps {
            gap.node.close()
            whole += text.bytes[done..<gap.offset]
            whole += gap.node.page.finished()
            done = gap.offset
        }
        return whole + text.bytes[done...]
    }
}
