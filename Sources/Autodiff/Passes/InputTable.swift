/// The numbers of a program's inputs at many points and, at each of them, for many directions.
package struct InputTable: Sendable {
    /// The numbers of one input.
    struct Column: Sendable {
        /// How many elements the input has.
        let count: Int
        private let elements: [Double]
        private let pointStride: Int
        private let directionStride: Int
        /// Where the input's elements begin among those of a direction that is 1 at its own place and 0 elsewhere.
        private let basis: Int?

        /// An input with numbers that differ by points, by directions, by both or not at all.
        ///
        /// - Parameters:
        ///   - elements: The numbers, those of a point and direction side by side.
        ///   - count: How many elements the input has.
        ///   - pointStride: How much further on those of the next point are.
        ///   - directionStride: How much further on those of the next direction are.
        init(_ elements: [Double], count: Int, pointStride: Int = 0, directionStride: Int = 0) {
            self.elements = elements
            self.count = count
            self.pointStride = pointStride
            self.directionStride = directionStride
            basis = nil
        }

        /// The part of an input in the directions of the elements, one by one, that begins with a given element.
        init(basisFrom first: Int, count: Int) {
            self.count = count
            elements = []
            (pointStride, directionStride) = (0, 0)
            basis = first
        }

        @inline(__always)
        func number(_ element: Int, point: Int, direction: Int) -> Double {
            if let basis { return basis + element == direction ? 1 : 0 }
            return elements[point * pointStride + direction * directionStride + element]
        }
    }

    let columns: [Column]
    /// How many points there are.
    package let pointCount: Int
    /// How many directions there are at each point; 1 where the program knows none.
    package let directionCount: Int

    init(_ columns: [Column], pointCount: Int, directionCount: Int = 1) {
        self.columns = columns
        self.pointCount = pointCount
        self.directionCount = directionCount
    }

    /// Points at which all inputs differ.
    ///
    /// - Parameter points: For each point the numbers of all inputs, one after the other.
    package init(points: [[Double]]) {
        let count = points.first?.count ?? 0
        self.init(
            [Column(points.flatMap { $0 }, count: count, pointStride: count)], pointCount: points.count)
    }

    /// The numbers of all inputs, one after the other.
    func inputs(point: Int, direction: Int) -> [Double] {
        columns.flatMap { column in
            (0..<column.count).map { column.number($0, point: point, direction: direction) }
        }
    }
}

/// A stretch of a table's points, with all directions: what is run together.
///
/// Its units are run side by side: all points with the first direction, then all with the second, and so on.
struct InputRange: Sendable {
    let table: InputTable
    let points: Range<Int>

    var unitCount: Int { points.count * table.directionCount }

    func point(_ unit: Int) -> Int { points.lowerBound + unit % points.count }
    func direction(_ unit: Int) -> Int { unit / points.count }

    /// Writes the inputs of some units side by side; the last one's also where more would fit.
    func write(_ units: Range<Int>, to base: UnsafeMutablePointer<Double>, width: Int) {
        let first = (point: point(units.lowerBound), direction: direction(units.lowerBound))
        var start = unsafe base
        // Column by column, since to begin with one takes longer than a number.
        for column in table.columns {
            var (point, direction) = first
            for lane in 0..<width {
                for element in 0..<column.count {
                    unsafe start[element * width + lane] = column.number(element, point: point, direction: direction)
                }
                guard lane + 1 < units.count else { continue }
                point += 1
                if point == points.upperBound { (point, direction) = (points.lowerBound, direction + 1) }
            }
            unsafe start += column.count * width
        }
    }
}
