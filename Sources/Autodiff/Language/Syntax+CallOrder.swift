extension Syntax {
    /// The functions in an order in which those called come before their callers.
    ///
    /// A depth-first walk with a stack of its own, since calls may be as deep as a document is long.
    ///
    /// - Throws: A function that calls itself by way of others.
    func functionsByCalls(_ source: SourceText, _ symbols: SymbolTable) throws(GraphError) -> [Int32] {
        let indices = Dictionary(
            functions.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        let calls = functions.map { function in
            ([function.body] + function.derivatives).joined().compactMap { node in
                callee(of: Int(node)).flatMap { indices[$0] }.map { (callee: $0, place: nodes[Int(node)].place) }
            }
        }
        var order: [Int32] = []
        var isPlaced = [Bool](repeating: false, count: functions.count)
        var isOpen = isPlaced
        var stack: [(function: Int32, next: Int)] = []
        for start in functions.indices where !isPlaced[start] {
            stack.append((Int32(start), 0))
            isOpen[start] = true
            while let (function, next) = stack.last {
                guard next < calls[Int(function)].count else {
                    stack.removeLast()
                    isOpen[Int(function)] = false
                    isPlaced[Int(function)] = true
                    order.append(function)
                    continue
                }
                stack[stack.count - 1].next += 1
                let (callee, place) = calls[Int(function)][next]
                if isPlaced[Int(callee)] { continue }
                if isOpen[Int(callee)] {
                    throw source.error(
                        .invalidExpression,
                        "The function \"\(symbols.name(functions[Int(callee)].name))\" may not call itself"
                            + (callee == function ? "." : ", not by way of others either."), at: place)
                }
                stack.append((callee, 0))
                isOpen[Int(callee)] = true
            }
        }
        return order
    }

    private func callee(of node: Int) -> Symbol? {
        switch nodes[node].content {
        case .call(let name, _): name
        case .keywordCall(let index): keywordCalls[Int(index)].name
        case _: nil
        }
    }
}
