import Autodiff

/// Rows of text in columns that line up.
struct Table {
    private var rows: [[String]]

    init(_ header: [String]) { rows = [header] }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let columns = rows[0].indices
        let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = columns.map { row[$0] + String(repeating: " ", count: widths[$0] - row[$0].count) }
            let line = cells.joined(separator: "  ")
            return line.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
        }.joined()
    }
}

extension Tensor {
    /// The numbers as people read them: signs line up, and an array is in brackets.
    var text: String {
        if let scalar { return (scalar.sign == .minus ? "" : " ") + scalar.description }
        return "[\(elements.map(\.description).joined(separator: ", "))]"
    }
}
