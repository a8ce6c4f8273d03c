extension JSONTapeSource {
    /// A number or nested lists of numbers; nothing where it is another form, or none.
    func array(at place: Int) -> WireArray? {
        if let number = try? number(at: place) { return WireArray(number) }
        var shape: [Int] = []
        var first = place
        while tape[first].isKind(.array) {
            guard tape[first].count > 0, shape.count < WireArray.maximumRank else { return nil }
            shape.append(tape[first].count)
            first += 1
        }
        guard !shape.isEmpty else { return nil }
        var elements: [Double] = []
        // A number takes two entries: so many there are at most, whatever the first lists say.
        elements.reserveCapacity((tape[place].end - place) / 2)
        guard append(listAt: place, shape: shape[...], to: &elements) else { return nil }
        return WireArray(shape: shape, elements: elements)
    }

    /// Appends the numbers of a list, where it is of this shape.
    private func append(listAt place: Int, shape: ArraySlice<Int>, to elements: inout [Double]) -> Bool {
        let list = tape[place]
        guard list.isKind(.array), list.count == shape.first else { return false }
        var element = place + 1
        for _ in 0..<list.count {
            if shape.count > 1 {
                guard append(listAt: element, shape: shape.dropFirst(), to: &elements) else { return false }
                element = tape[element].end
            } else if tape[element].isNumber {
                elements.append(tape.number(at: element))
                element += 2
            } else {
                guard let number = try? number(at: element) else { return false }
                elements.append(number)
                element += 1
            }
        }
        return true
    }
}
