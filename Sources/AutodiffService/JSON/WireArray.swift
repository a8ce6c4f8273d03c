/// An array of doubles as the contract writes it: a number, nested lists, or an object that holds encoded bytes.
package struct WireArray: Sendable {
    /// The length of each axis, outermost first; empty for a scalar.
    package let shape: [Int]
    /// The elements in row-major order.
    package let elements: [Double]

    /// As many axes as an array from outside may have: more than anyone uses, few enough to recurse over.
    package static let maximumRank = 32
    /// How many lists the nested form of an array without elements may hold.
    ///
    /// The elements of an array are bounded by the bytes that carried them, but `[1000000000, 0]` takes no bytes and would be
    /// answered with a thousand million empty lists.
    static let maximumEmptyLists = 65_536

    /// An array whose shape and elements are known to fit.
    package init(shape: [Int], elements: [Double]) {
        precondition(shape.reduce(1, *) == elements.count, "An array has as many elements as its shape says.")
        self.shape = shape
        self.elements = elements
    }

    /// A scalar.
    package init(_ value: Double) {
        shape = []
        elements = [value]
    }

    /// A list of numbers.
    package init(_ values: [Double]) {
        shape = [values.count]
        elements = values
    }

    /// How many elements an array of this shape has; nil where an axis is negative, or the array could not be held.
    static func count(of shape: [Int]) -> Int? {
        var count = 1
        var lists = 1
        for length in shape {
            guard length >= 0 else { return nil }
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            let (listProduct, listOverflow) = lists.multipliedReportingOverflow(by: max(length, 1))
            if overflow || listOverflow { return nil }
            (count, lists) = (product, listProduct)
        }
        return shape.count <= maximumRank && (count > 0 || lists <= maximumEmptyLists) ? count : nil
    }
}

extension WireArray: Equatable {
    /// Equal shapes and equal numbers, with NaN equal to itself and 0.0 to -0.0.
    package static func == (a: Self, b: Self) -> Bool {
        a.shape == b.shape && a.elements.elementsEqual(b.elements) { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}
