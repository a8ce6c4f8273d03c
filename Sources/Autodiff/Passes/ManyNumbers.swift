/// What a program gives at many points and for many directions.
package struct ManyNumbers: Sendable {
    /// All numbers: those of a wanted node together, within them those of a direction, within these those of a point.
    package private(set) var elements: [Double]
    /// For each unit 0 where all its numbers are finite, else NaN.
    private var flags: [Double]
    private let starts: [Int]
    private let counts: [Int]
    private let pointCount: Int
    /// How many of the wanted nodes, the first ones, are given for the first direction only.
    private let fixedCount: Int

    init(_ program: Program, _ range: InputRange, fixedCount: Int) {
        self.fixedCount = fixedCount
        pointCount = range.points.count
        counts = program.results.map { Int($0.count) }
        var starts: [Int] = []
        var total = 0
        for (index, count) in counts.enumerated() {
            starts.append(total)
            total += count * (index < fixedCount ? pointCount : range.unitCount)
        }
        self.starts = starts
        elements = [Double](repeating: 0, count: total)
        flags = [Double](repeating: 0, count: range.unitCount)
    }

    /// The numbers of a wanted node with a direction at all points, those of a point side by side.
    package func numbers(_ wanted: Int, direction: Int) -> ArraySlice<Double> {
        let size = counts[wanted] * pointCount
        let start = starts[wanted] + (wanted < fixedCount ? 0 : direction * size)
        return elements[start..<start + size]
    }

    /// The numbers of a wanted node with a direction at one of the points.
    func numbers(_ wanted: Int, direction: Int, point: Int) -> ArraySlice<Double> {
        let start = starts[wanted] + ((wanted < fixedCount ? 0 : direction * pointCount) + point) * counts[wanted]
        return elements[start..<start + counts[wanted]]
    }

    /// Whether all numbers of a unit are finite.
    func isFinite(_ unit: Int) -> Bool { !flags[unit].isNaN }
    /// Whether all numbers of all units are finite.
    var isFinite: Bool { flags.allSatisfy { !$0.isNaN } }

    /// Lets several threads write units of their own.
    mutating func withWriter<Result>(_ body: (Writer) -> Result) -> Result {
        unsafe elements.withUnsafeMutableBufferPointer { elements in
            unsafe flags.withUnsafeMutableBufferPointer { flags in
                body(
                    unsafe Writer(
                        elements: elements, flags: flags, starts: starts, counts: counts, pointCount: pointCount,
                        fixedCount: fixedCount))
            }
        }
    }

    /// Takes numbers out of a workspace.
    @safe struct Writer {
        fileprivate let elements: UnsafeMutableBufferPointer<Double>
        fileprivate let flags: UnsafeMutableBufferPointer<Double>
        fileprivate let starts: [Int]
        fileprivate let counts: [Int]
        fileprivate let pointCount: Int
        fileprivate let fixedCount: Int

        /// Takes the results of some units that were run side by side.
        func take(
            _ units: Range<Int>, of program: Program, from base: UnsafeMutablePointer<Double>, width: Int
        ) {
            guard let elements = unsafe elements.baseAddress, let flags = unsafe flags.baseAddress else { return }
            let unitFlags = unsafe flags + units.lowerBound
            for (wanted, slot) in program.results.enumerated() {
                let count = counts[wanted]
                let limit = wanted < fixedCount ? min(units.upperBound, pointCount) : units.upperBound
                let kept = max(0, limit - units.lowerBound)
                for element in 0..<count {
                    let from = unsafe base + (Int(slot.offset) + element) * width
                    // 0 times a number that is not finite is NaN.
                    for lane in 0..<units.count { unsafe unitFlags[lane] += from[lane] * 0 }
                    let to = unsafe elements + starts[wanted] + units.lowerBound * count + element
                    if count == 1 {
                        unsafe to.update(from: from, count: kept)
                    } else {
                        for lane in 0..<kept { unsafe to[lane * count] = from[lane] }
                    }
                }
            }
        }
    }
}
