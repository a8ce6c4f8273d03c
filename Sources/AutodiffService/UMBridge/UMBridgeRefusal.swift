/// A problem as clients of UM-Bridge read it: one that ignores the status looks for the key `error`.
struct UMBridgeRefusal: Encodable {
    private struct Fault: Encodable {
        let type: String
        let message: String
    }

    private let error: Fault
    private let status: Int

    private enum CodingKeys: CodingKey { case error }

    /// Words a problem.
    ///
    /// What the protocol has a type for gets its type and status: 400 for every mistake in a request. The rest keeps its
    /// status, which proxies go by, and is named after its code.
    init(_ problem: Problem) {
        let type: String
        switch (problem.code, problem.code.status) {
        case (.notFound, _): (type, status) = ("ModelNotFound", 400)
        case (_, 400), (_, 422): (type, status) = ("InvalidInput", 400)
        case (let code, let own):
            type = code.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            status = own
        }
        error = Fault(type: type, message: problem.detail)
    }

    var wording: Dialect.Wording {
        // Only strings are written, of which none can fail.
        Dialect.Wording(status: status, body: (try? OrderedJSONEncoder().encode(self)) ?? [])
    }
}
