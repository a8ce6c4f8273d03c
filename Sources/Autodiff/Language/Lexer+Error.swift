extension Lexer {
    /// The error of a character that is part of no token, with what is written instead where that is known.
    func noMeaning() -> GraphError {
        let scalar = source.scalar(at: position)
        let next = source.scalar(at: min(position + UTF8.width(scalar), source.count))
        if let detail = hint(scalar, next) { return source.error(.invalidExpression, detail, at: position) }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        let name = scalar.properties.name.map { " \($0)" } ?? ""
        let isShown = scalar.value > 0x20 && scalar.properties.generalCategory != .control
        let character = isShown ? "\"\(scalar)\" (\(code)\(name))" : "\(code)\(name)"
        return source.error(.invalidExpression, "The character \(character) has no meaning here.", at: position)
    }

    private func hint(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar) -> String? {
        switch scalar {
        case "/":
            "There is no operator \"//\": a comment starts with \"#\", and a quotient is written with \"/\"."
        case "&":
            "There is no \"\(next == "&" ? "&&" : "&")\"; the product of two comparisons is 1 where both hold."
        case "|":
            "There is no \"\(next == "|" ? "||" : "|")\"; maximum(a, b) of two comparisons is 1 where one holds."
        case "!": "There is no \"!\"; a condition is turned round by comparing it: \"c == 0\"."
        case "~": "There is no \"~\"; a condition is turned round by comparing it: \"c == 0\"."
        case "%": "There is no operator \"%\" for remainders."
        case ".": "A \".\" belongs to a number, as in \"0.5\"."
        case "{", "}": "Braces have no meaning; group with parentheses."
        case "`", "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}":
            "Text stands in straight quotes, as in \"ij,jk->ik\"; a name is written without."
        case "\\": "A \"\\\" has no meaning; an expression goes on in the next line inside parentheses."
        case "\u{D7}", "\u{B7}", "\u{22C5}", "\u{2217}": "A product is written with \"*\", not \"\(scalar)\"."
        case "\u{F7}", "\u{2215}": "A quotient is written with \"/\", not \"\(scalar)\"."
        case "\u{2212}", "\u{2013}", "\u{2014}": "A minus is written with \"-\", not \"\(scalar)\"."
        case "\u{2264}": "A comparison is written with \"<=\", not \"\(scalar)\"."
        case "\u{2265}": "A comparison is written with \">=\", not \"\(scalar)\"."
        case "\u{2260}": "A comparison is written with \"!=\", not \"\(scalar)\"."
        case "\u{B2}": "A square is written with \"^2\", not \"\(scalar)\"."
        case "\u{B3}": "A cube is written with \"^3\", not \"\(scalar)\"."
        case "\u{221A}": "A square root is written with \"sqrt(x)\", not \"\(scalar)\"."
        case "\u{2299}", "\u{2297}": "A product is written with \"*\", not \"\(scalar)\"."
        case _: nil
        }
    }
}
