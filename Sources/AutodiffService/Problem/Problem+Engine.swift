package import Autodiff

extension Problem {
    /// The problem with a function or with what is bound to it.
    package init(_ error: GraphError) {
        self.init(ProblemCode(error.code), error.detail, node: error.node, suggestion: error.suggestion)
        switch error.place {
        case .graph(let steps): pointer = JSONPointer(["graph"], steps).description
        case .inputs(let steps): pointer = JSONPointer(["inputs"], steps).description
        case .request(let steps): pointer = JSONPointer([], steps).description
        case .expression(let line, let column, let excerpt):
            pointer = JSONPointer(["expression"], []).description
            place = SourcePlace(line: line, column: column, excerpt: excerpt)
        case .function(let steps, let line, let column, let excerpt):
            pointer = JSONPointer(["graph"], steps).description
            place = SourcePlace(line: line, column: column, excerpt: excerpt)
        case nil: break
        }
    }

    /// The problem with a run.
    package init(_ error: PlanError) {
        switch error {
        case .graph(let error): self.init(error)
        case .deadlinePassed:
            self.init(.deadlineExceeded, "The work did not finish within the server's deadline; ask for less at once.")
        }
    }
}

extension JSONPointer {
    fileprivate init(_ root: [String], _ steps: [GraphError.Step]) {
        self.init()
        for key in root { append(key) }
        for step in steps {
            switch step {
            case .field(let key): append(key)
            case .element(let index): append(index: index)
            }
        }
    }
}

extension ProblemCode {
    /// The code on the wire of a mistake that the engine found: the same word.
    package init(_ code: GraphError.Code) {
        self = ProblemCode(rawValue: code.rawValue) ?? .internal
    }
}
