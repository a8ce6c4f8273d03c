// Ops of every kind, arrays of expressions, and parts of arrays.
extension Lowering {
    mutating func apply(_ application: Syntax.Application, _ place: Int32) throws(GraphError) {
        let trees = Array(values.suffix(application.treeCount))
        values.removeLast(application.treeCount)
        var operands: [NodeIndex] = []
        for operand in application.operands {
            switch operand {
            case .tree(let position): operands.append(trees[position])
            case .number(let number):
                try checkCount(place)
                operands.append(graph.appendConstant(number))
            }
        }
        values.append(try append(application.op, operands, application.attributes, place))
    }

    /// Makes an array of the last values, along a new first axis.
    mutating func stack(_ count: Int, _ place: Int32) throws(GraphError) {
        let elements = Array(values.suffix(count))
        values.removeLast(count)
        let shape = graph.shape(of: elements[0])
        for (position, element) in elements.enumerated() where graph.shape(of: element) != shape {
            throw resolved.source.error(
                .shapeMismatch,
                "The elements of an array have one shape; element \(position) has shape \(graph.shape(of: element)), "
                    + "those before it \(shape).", at: place)
        }
        guard Op.stack.arities.contains(count) else {
            throw resolved.source.error(
                .limitExceeded,
                "An array of expressions has at most \(Op.stack.arity) elements; bind a larger one to an input.",
                at: place)
        }
        values.append(try append(.stack, elements, [:], place))
    }

    /// Takes a part of the last value: a slice of each axis, then without the axes of which one element is left.
    mutating func index(_ indices: ArraySlice<Syntax.Index>, _ place: Int32) throws(GraphError) {
        var node = values.removeLast()
        let shape = graph.shape(of: node)
        if indices.count > shape.rank {
            throw resolved.source.error(
                .shapeMismatch,
                "\(indices.count) \(indices.count == 1 ? "index" : "indices") for an array of shape \(shape), which has \(shape.rank) "
                    + "\(shape.rank == 1 ? "axis" : "axes").", at: indices[indices.startIndex + shape.rank].place)
        }
        var dropped: Set<Int> = []
        for (axis, index) in indices.enumerated() {
            var attributes: [String: AttributeValue] = ["axis": .number(Double(axis))]
            switch index.kind {
            case .slice(nil, nil, nil): continue
            case .slice(let start, let stop, let step):
                attributes["start"] = start.map { .number(Double($0)) }
                attributes["stop"] = stop.map { .number(Double($0)) }
                attributes["step"] = step.map { .number(Double($0)) }
            case .element(let element):
                let extent = shape.extents[axis]
                guard element >= -extent, element < extent else {
                    throw resolved.source.error(
                        .indexOutOfRange,
                        "The index \(element) is out of range: axis \(axis) of shape \(shape) has extent \(extent).",
                        at: index.place)
                }
                let start = element < 0 ? element + extent : element
                attributes["start"] = .number(Double(start))
                attributes["stop"] = .number(Double(start + 1))
                dropped.insert(axis)
            }
            node = try append(.slice, [node], Attributes(attributes), index.place)
        }
        if !dropped.isEmpty {
            let part = graph.shape(of: node).extents
            let kept = part.indices.filter { !dropped.contains($0) }.map { part[$0] }
            node = try append(.reshape, [node], ["shape": .integers(kept)], place)
        }
        values.append(node)
    }

    mutating func append(
        _ op: Op, _ operands: [NodeIndex], _ attributes: Attributes, _ place: Int32
    ) throws(GraphError) -> NodeIndex {
        try checkCount(place)
        let node: NodeIndex
        do throws(OpError) {
            node = try graph.append(op, operands, attributes)
        } catch {
            throw resolved.source.error(error.code, error.detail, at: place, suggestion: error.suggestion)
        }
        // A composite is many nodes.
        try checkCount(place, adding: 0)
        return node
    }
}
