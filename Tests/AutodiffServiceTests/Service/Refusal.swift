import AutodiffService
import MicroHTTP
import Testing

/// A request that is refused, and what the answer says.
struct Refusal: Sendable, CustomTestStringConvertible {
    var path = "/v1/gradient"
    let body: [UInt8]
    let code: ProblemCode
    let pointer: String?
    var node: String?
    var suggestion: String?

    init(
        _ body: String, _ code: ProblemCode, _ pointer: String?, node: String? = nil, suggestion: String? = nil,
        path: String = "/v1/gradient"
    ) {
        self.init(bytes: Array(body.utf8), code, pointer, node: node, suggestion: suggestion, path: path)
    }

    init(
        bytes: [UInt8], _ code: ProblemCode, _ pointer: String?, node: String? = nil, suggestion: String? = nil,
        path: String = "/v1/gradient"
    ) {
        body = bytes
        self.code = code
        self.pointer = pointer
        self.node = node
        self.suggestion = suggestion
        self.path = path
    }

    var testDescription: String { "\(code.rawValue): \(String(decoding: body.prefix(200), as: UTF8.self))" }

    /// Checks an answer against what is expected.
    func check(_ response: HTTPResponse) throws {
        let problem = try response.json()
        #expect(response.status == code.status)
        #expect(response.headers["Content-Type"] == Problem.contentType)
        #expect(problem["code"]?.text == code.rawValue)
        #expect(problem["status"]?.number == Double(code.status))
        #expect(problem["type"]?.text == code.type)
        #expect(problem["title"]?.text == code.title)
        #expect(problem["detail"]?.text?.hasSuffix(".") == true || problem["detail"]?.text?.hasSuffix("?") == true)
        #expect(problem["pointer"]?.text == pointer)
        #expect(problem["node"]?.text == node)
        #expect(problem["suggestion"]?.text == suggestion)
    }
}

extension Refusal {
    /// A refusal of a graph.
    static func graph(
        _ nodes: String, _ code: ProblemCode, _ pointer: String?, node: String? = nil, suggestion: String? = nil
    ) -> Refusal {
        Refusal(#"{"graph": {"nodes": [\#(nodes)]}}"#, code, pointer, node: node, suggestion: suggestion)
    }

    /// A refusal of an expression of x.
    static func expression(
        _ text: String, _ code: ProblemCode, node: String? = nil, suggestion: String? = nil
    ) -> Refusal {
        Refusal(
            #"{"expression": "\#(text)", "inputs": {"x": 1}}"#, code, "/expression", node: node,
            suggestion: suggestion)
    }
}
