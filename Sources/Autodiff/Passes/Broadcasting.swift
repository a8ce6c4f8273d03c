extension Shape {
    /// For each element of a shape that this one broadcasts to, in order, the element of this one that it copies.
    func places(broadcastTo target: Shape) -> [Int32] { target.places(strides: strides(broadcastTo: target)) }

    /// How far apart in this shape the neighbours are along each axis of one that it broadcasts to.
    func strides(broadcastTo target: Shape) -> [Int] {
        var strides = [Int](repeating: 0, count: target.rank)
        var stride = 1
        for axis in axes.reversed() {
            if extents[axis] != 1 { strides[target.rank - rank + axis] = stride }
            stride *= extents[axis]
        }
        return strides
    }

    /// For each element of this shape, in order, the sum of its indices times strides.
    func places(strides: [Int], from origin: Int = 0) -> [Int32] {
        var places: [Int32] = []
        places.reserveCapacity(count)
        guard count > 0 else { return places }
        var index = [Int](repeating: 0, count: rank)
        var place = origin
        while true {
            places.append(Int32(place))
            var axis = rank - 1
            while axis >= 0 {
                index[axis] += 1
                place += strides[axis]
                if index[axis] < extents[axis] { break }
                place -= index[axis] * strides[axis]
                index[axis] = 0
                axis -= 1
            }
            if axis < 0 { return places }
        }
    }

    /// How far apart neighbours along each axis are in row-major order.
    var strides: [Int] {
        var strides = [Int](repeating: 1, count: rank)
        for axis in axes.reversed().dropFirst() { strides[axis] = strides[axis + 1] * extents[axis + 1] }
        return strides
    }

    private var axes: Range<Int> { 0..<rank }
}
