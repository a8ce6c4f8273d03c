import Testing

/// The correctly rounded values and derivatives of an op at a point, made by the script of each file.
struct ElementwiseCase: Sendable {
    let operands: [Double]
    let value: Double
    let gradient: [Double]
    /// The upper triangle, row by row.
    let hessian: [Double]

    /// All cases of elementwise ops, by the name of the op.
    static let byOp = read(["elementwise.tsv", "more_elementwise.tsv", "special.tsv"])

    /// Those of ops of scalars that are made of others.
    static let byComposite = read(["composites.tsv"])

    private static func read(_ files: [String]) -> [String: [ElementwiseCase]] {
        do {
            let lines = try files.flatMap { try GoldenFile.lines($0) }
            return try Dictionary(grouping: lines.map(parse), by: \.name).mapValues { $0.map(\.golden) }
        } catch {
            Issue.record(error)
            return [:]
        }
    }

    private struct Malformed: Error { let line: Substring }

    private static func parse(_ line: Substring) throws -> (name: String, golden: ElementwiseCase) {
        let fields = line.split(separator: "\t")
        let numbers = fields.dropFirst().map { $0.split(separator: " ").compactMap { Double($0) } }
        guard fields.count == 5, numbers[1].count == 1, numbers[2].count == numbers[0].count else {
            throw Malformed(line: line)
        }
        let golden = ElementwiseCase(
            operands: numbers[0], value: numbers[1][0], gradient: numbers[2], hessian: numbers[3])
        return (String(fields[0]), golden)
    }
}
