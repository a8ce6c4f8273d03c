import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Fields of a wrong type` {
    /// A field of a request, with the values that it takes of these.
    struct Field: Sendable, CustomTestStringConvertible {
        let pointer: String
        let taken: Set<String>
        /// The body, with `@` for the value.
        let body: String
        var testDescription: String { pointer }
    }

    static let values = ["1", "1.5", "true", #""x""#, "[]", "[[]]", "[1]", "[true]", "{}", #"{"k": 1}"#]

    static let fields: [Field] = [
        Field(pointer: "/graph", taken: [], body: #"{"graph": @}"#),
        Field(pointer: "/graph/nodes", taken: ["[]"], body: #"{"graph": {"nodes": @}}"#),
        Field(pointer: "/graph/nodes/0", taken: [], body: #"{"graph": {"nodes": [@]}}"#),
        Field(
            pointer: "/graph/nodes/0/id", taken: [#""x""#], body: #"{"graph": {"nodes": [{"id": @, "op": "input"}]}}"#),
        Field(pointer: "/graph/nodes/0/op", taken: [#""x""#], body: #"{"graph": {"nodes": [{"id": "a", "op": @}]}}"#),
        Field(
            pointer: "/graph/nodes/0/args", taken: ["[]", "[1]"],
            body: #"{"graph": {"nodes": [{"id": "a", "op": "exp", "args": @}]}}"#),
        Field(
            pointer: "/graph/nodes/0/args/0", taken: ["1", "1.5", #""x""#],
            body: #"{"graph": {"nodes": [{"id": "a", "op": "exp", "args": [@]}]}}"#),
        Field(
            pointer: "/graph/nodes/0/value", taken: ["1", "1.5", "[]", "[1]", "[[]]"],
            body: #"{"graph": {"nodes": [{"id": "a", "op": "input", "value": @}]}}"#),
        Field(
            pointer: "/graph/nodes/0/shape", taken: ["[]", "[1]"],
            body: #"{"graph": {"nodes": [{"id": "a", "op": "input", "value": 1, "shape": @}]}}"#),
        Field(
            pointer: "/graph/outputs", taken: ["[]"],
            body: #"{"graph": {"nodes": [{"id": "a", "op": "input", "value": 1}], "outputs": @}}"#),
        Field(pointer: "/expression", taken: [#""x""#], body: #"{"expression": @}"#),
        Field(pointer: "/inputs", taken: ["{}", #"{"k": 1}"#], body: #"{"expression": "2", "inputs": @}"#),
        Field(
            pointer: "/inputs/x", taken: ["1", "1.5", "[]", "[1]", "[[]]"],
            body: #"{"expression": "x", "inputs": {"x": @}}"#),
        Field(pointer: "/outputs", taken: ["[]"], body: #"{"expression": "2", "outputs": @}"#),
        Field(pointer: "/output", taken: [#""x""#], body: #"{"expression": "2", "output": @}"#),
        Field(pointer: "/wrt", taken: ["[]"], body: #"{"expression": "2", "wrt": @}"#),
        Field(pointer: "/report", taken: ["[]"], body: #"{"expression": "2", "report": @}"#),
        Field(pointer: "/partials", taken: ["true"], body: #"{"expression": "2", "partials": @}"#),
        Field(pointer: "/batch", taken: ["[]"], body: #"{"expression": "2", "batch": @}"#),
        Field(pointer: "/kinks", taken: ["true"], body: #"{"expression": "2", "kinks": @}"#),
        Field(pointer: "/reduce", taken: [], body: #"{"expression": "2", "reduce": @}"#),
        Field(pointer: "/timings", taken: ["true"], body: #"{"expression": "2", "timings": @}"#),
        Field(pointer: "/inputs/x/shape", taken: ["[]", "[1]"], body: encoded("shape")),
        Field(pointer: "/inputs/x/dtype", taken: [], body: encoded("dtype")),
        Field(pointer: "/inputs/x/object_type", taken: [], body: encoded("object_type")),
        Field(pointer: "/inputs/x/data", taken: [], body: encoded("data")),
        Field(
            pointer: "/inputs/x/data/buffer", taken: ["1", "1.5", "[]", "[1]", "[[]]", "[true]"],
            body:
                #"{"expression": "x", "inputs": {"x": {"shape": [], "dtype": "bool", "data": {"buffer": @, "encoding": "json"}}}}"#
        ),
        Field(
            pointer: "/inputs/x/data/encoding", taken: [],
            body:
                #"{"expression": "x", "inputs": {"x": {"shape": [], "dtype": "bool", "data": {"buffer": 1, "encoding": @}}}}"#
        ),
    ]

    /// An encoded array in which one field is a hole.
    private static func encoded(_ field: String) -> String {
        var fields = [
            "object_type": #""array""#, "shape": "[]", "dtype": #""float64""#,
            "data": #"{"buffer": "AAAAAAAACEA=", "encoding": "base64"}"#,
        ]
        fields[field] = "@"
        let text = fields.sorted { $0.key < $1.key }.map { #""\#($0.key)": \#($0.value)"# }.joined(separator: ", ")
        return #"{"expression": "x", "inputs": {"x": {\#(text)}}}"#
    }

    @Test(arguments: fields)
    func `are refused where they stand`(field: Field) throws {
        for value in Self.values where !field.taken.contains(value) {
            let body = field.body.replacing("@", with: value)
            let response = AdjointService().post("/v1/gradient", body)
            let problem = try response.json()
            // An object in the place of another is told by its first field.
            let codes =
                value.hasPrefix("{") ? ["invalid-request", "unknown-field", "missing-field"] : ["invalid-request"]
            #expect(codes.contains(problem["code"]?.text ?? ""), "\(body)")
            #expect(problem["pointer"]?.text?.hasPrefix(field.pointer) == true, "\(body)")
            #expect(response.status == 422)
        }
    }

    @Test(arguments: fields)
    func `are not those that it takes`(field: Field) throws {
        for value in field.taken {
            let body = field.body.replacing("@", with: value)
            let problem = try AdjointService().post("/v1/gradient", body).json()
            #expect(problem["code"]?.text != "invalid-request" && problem["code"]?.text != "unknown-field", "\(body)")
        }
    }
}
