public import MicroHTTP

extension AdjointService {
    /// As long as a body may be that is read on the event thread.
    static let smallBodyCount = 2048

    /// Sends what is surely cheap to the event thread.
    ///
    /// The cost of a request grows with its body, except that own functions, arrays and many runs may multiply a small one,
    /// and that a registered graph may be large.
    public func placement(of request: HTTPRequest) -> HTTPPlacement {
        guard let route = router.find(request.method, request.path) else { return .eventThread }
        let endpoint = route.endpoint
        if endpoint.isManyRuns || endpoint.isSlow { return .worker }
        guard endpoint.method == .post else { return .eventThread }
        if let name = route.graphName, graphs[name]?.graph.isSmall == false { return .worker }
        let isSmall = request.body.count <= Self.smallBodyCount
        return isSmall && !request.body.mayDefineFunction && !request.body.mayHoldArrays ? .eventThread : .worker
    }
}

extension [UInt8] {
    /// Whether an array may be in this text: a list that starts with a number, or the word that gives a shape.
    fileprivate var mayHoldArrays: Bool {
        var isInList = false
        for (index, byte) in enumerated() {
            switch byte {
            case UInt8(ascii: "["): isInList = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): if isInList { return true }
            case UInt8(ascii: "s") where self[index...].starts(with: "shape".utf8): return true
            // A JSON escape may spell anything.
            case UInt8(ascii: "\\"): if index + 1 < count, self[index + 1] == UInt8(ascii: "u") { return true }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
            default: isInList = false
            }
        }
        return false
    }

    /// Whether a definition `f(x) = ...` may be in this text: a `)` and a single `=` behind it.
    fileprivate var mayDefineFunction: Bool {
        var isAfterParenthesis = false
        for (index, byte) in enumerated() {
            switch byte {
            case UInt8(ascii: ")"): isAfterParenthesis = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            // A JSON escape may spell anything.
            case UInt8(ascii: "\\"): if index + 1 < count, self[index + 1] == UInt8(ascii: "u") { return true }
            case UInt8(ascii: "=") where isAfterParenthesis:
                if index + 1 >= count || self[index + 1] != UInt8(ascii: "=") { return true }
                isAfterParenthesis = false
            default: isAfterParenthesis = false
            }
        }
        return false
    }
}
