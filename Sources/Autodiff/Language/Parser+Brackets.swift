// Brackets: array literals, and indices behind an operand.
extension Parser {
    /// Notes that a parenthesis or bracket was opened.
    mutating func nest(_ place: Int32) throws(GraphError) {
        guard depth < limits.nesting else {
            let noun = source.bytes[Int(place)] == UInt8(ascii: "[") ? "Brackets" : "Parentheses"
            throw source.error(
                .limitExceeded, "\(noun) are nested more than \(limits.nesting) deep; name the inner parts.",
                at: place)
        }
        depth += 1
    }

    /// Completes an array, whose elements are the last trees.
    ///
    /// One of numbers becomes a single constant at once: an array of a million numbers is one node.
    mutating func closeArray(_ count: Int32, _ place: Int32) throws(GraphError) {
        depth -= 1
        if let constant = try constant(ofLast: Int(count)) {
            syntax.nodes.removeLast(Int(count))
            syntax.constants.append(constant)
            append(.constant(Int32(syntax.constants.count - 1)), place)
        } else {
            append(.array(elementCount: count), place)
        }
        try advance()
    }

    /// The array of the last trees where all are literals; those that are arrays are taken off the list of them.
    private mutating func constant(ofLast count: Int) throws(GraphError) -> Tensor? {
        var elements: [Double] = []
        var shape: Shape?
        var taken = 0
        // Literals are leaves: if the last so many nodes are literals, they are the elements.
        for node in syntax.nodes.suffix(count) {
            switch node.content {
            case .number, .constant: continue
            case _: return nil
            }
        }
        for node in syntax.nodes.suffix(count) {
            var element = Shape.scalar
            if case .number(let number) = node.content { elements.append(number) }
            if case .constant(let index) = node.content {
                let tensor = syntax.constants[Int(index)]
                element = tensor.shape
                taken += 1
                if elements.isEmpty { elements = tensor.elements } else { elements += tensor.elements }
            }
            if let shape, shape != element { throw ragged(node.place, element, first: shape) }
            shape = element
        }
        syntax.constants.removeLast(taken)
        guard let whole = Shape([count] + (shape ?? .scalar).extents) else { return nil }
        return Tensor(shape: whole, elements: elements)
    }

    /// Reads the indices of the operand before: whole numbers and slices of them.
    mutating func index() throws(GraphError) {
        let place = token.start
        try nest(place)
        try advance()
        let first = syntax.indices.count
        while true {
            try indexOfAxis(place)
            if case .closeBracket = token.kind { break }
            guard case .comma = token.kind else { throw noIndex(place) }
            try advance()
        }
        depth -= 1
        append(.index(first: Int32(first), count: Int32(syntax.indices.count - first)), place)
        try advance()
    }

    private mutating func indexOfAxis(_ bracket: Int32) throws(GraphError) {
        let place = token.start
        let start = try wholeNumber()
        guard case .colon = token.kind else {
            guard let start else { throw noIndex(bracket) }
            return syntax.indices.append(Syntax.Index(kind: .element(start), place: place))
        }
        try advance()
        let stop = try wholeNumber()
        var step: Int?
        if case .colon = token.kind {
            try advance()
            step = try wholeNumber()
        }
        syntax.indices.append(Syntax.Index(kind: .slice(start: start, stop: stop, step: step), place: place))
    }

    /// A whole number with or without a sign, if one comes.
    private mutating func wholeNumber() throws(GraphError) -> Int? {
        let place = token.start
        var sign = 1
        switch token.kind {
        case .number: break
        case .binary(.add, _): try advance()
        case .binary(.subtract, _):
            sign = -1
            try advance()
        case _: return nil
        }
        // Beyond 2^53 a literal may have been rounded.
        guard case .number(let number) = token.kind, number <= 0x1p53, let index = Int(exactly: number) else {
            throw noWholeNumber(place)
        }
        try advance()
        return sign * index
    }
}
