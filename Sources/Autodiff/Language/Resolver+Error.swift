extension Resolver {
    func callsItself(_ name: Symbol, _ place: Int32) -> GraphError {
        source.error(
            .invalidExpression, "The function \"\(symbols.name(name))\" may not call itself.", at: place)
    }

    func calledBefore(_ name: Symbol, _ place: Int32) -> GraphError {
        let line = source.line(of: meanings[Int(name.index)].definition)
        return source.error(
            .invalidExpression,
            "The function \"\(symbols.name(name))\" is called before its definition in line \(line); move that up.",
            at: place)
    }

    func dependsOnOutside(_ function: Syntax.Function, _ outside: Syntax.Outside) -> GraphError {
        let (name, text) = (symbols.name(function.name), symbols.name(outside.name))
        return source.error(
            .invalidExpression,
            "The body of \"\(name)\", which has derivatives of its own, depends on \"\(text)\"; make that a parameter.",
            at: outside.place)
    }

    func callsSource(_ op: Op, _ place: Int32) -> GraphError {
        source.error(
            .invalidExpression,
            op == .input
                ? "An input is made by using a name that is never assigned; there is nothing to call."
                : "A constant is written as a number, as in \"k = 2.5\"; there is nothing to call.",
            at: place)
    }

    func wrongArity(_ name: Symbol, _ op: Op, _ count: Int, _ place: Int32) -> GraphError {
        let text = symbols.name(name)
        let error = OpError.arity(text, op.arities, count)
        // `max` of two numbers is called `maximum` here; but who wrote `sin` did not mean `sinc_derivative`.
        let longer = Op.names.filter { other in
            other.hasPrefix(text) && other.count <= 2 * text.count + 1
                && Op.named(other)?.arities.contains(count) == true
        }
        let suggestion = longer.min { ($0.count, $0) < ($1.count, $1) }
        let hint = suggestion.map { "; did you mean \"\($0)\"?" } ?? "."
        return source.error(
            .wrongArity, error.detail.dropLast() + hint, at: place, suggestion: suggestion)
    }

    func noFunction(_ name: Symbol, _ place: Int32) -> GraphError {
        let text = symbols.name(name)
        let suggestion = AbsentOp.named(text) != nil ? nil : suggestion(for: text)
        let detail =
            suggestion == nil && isValue(name)
            ? "There is no function \"\(text)\"; a product is written \"\(text)*(...)\"."
            : AbsentOp.absence(of: text, calling: "function", suggestion: suggestion)
        return source.error(.unknownOp, detail, at: place, suggestion: suggestion)
    }

    private func suggestion(for text: String) -> String? {
        let own = meanings.indices.filter { meanings[$0].function >= 0 }
            .map { symbols.name(Symbol(index: Int32($0))) }
        let callable = Op.names.filter { name in
            name.utf8.allSatisfy { $0 != 0x2A && isNameStart($0) } && Op.named(name)?.arity != 0
        }
        if let name = nearestName(to: text, among: callable + own) { return name }
        // `max` and `min` are how other languages call them.
        let longer = callable.filter { text.count >= 3 && $0.hasPrefix(text.lowercased()) }
        return longer.min { ($0.count, $0) < ($1.count, $1) }
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    private func isValue(_ name: Symbol) -> Bool {
        meanings[Int(name.index)].assignment >= 0
            || syntax.nodes.contains { node in
                if case .name(name) = node.content { true } else { false }
            }
    }
}
