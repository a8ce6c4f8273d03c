import AutodiffService
import MicroHTTP
import Testing

@Suite struct `A Tesseract refuses` {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let body: String
        let type: String
        let loc: String
        var testDescription: String { "\(path) \(body)" }

        init(_ path: String, _ body: String, _ type: String, _ loc: String) {
            (self.path, self.body, self.type, self.loc) = (path, body, type, loc)
        }
    }

    private static let x = #""inputs": {"x": 1}"#

    static let cases: [Case] = [
        Case("apply", "", "json_invalid", #"["body",0]"#),
        Case("apply", "[]", "value_error", #"["body"]"#),
        Case("apply", "{}", "missing", #"["body","inputs"]"#),
        Case("apply", #"{"inputs": null}"#, "missing", #"["body","inputs"]"#),
        Case("apply", #"{"inputs": {}}"#, "missing", #"["body","inputs","x"]"#),
        Case("apply", #"{"inputs": {"x": 1, "y/z": 2}}"#, "extra_forbidden", #"["body","inputs","y/z"]"#),
        Case("apply", #"{\#(x), "more": 1}"#, "extra_forbidden", #"["body","more"]"#),
        Case("apply", #"{"inputs": {"x": [1]}}"#, "value_error", #"["body","inputs","x"]"#),
        Case("apply", #"{"inputs": {"x": {"shape": [1]}}}"#, "missing", #"["body","inputs","x"]"#),
        Case("apply", #"{"inputs": {"x": true}}"#, "value_error", #"["body","inputs","x"]"#),
        Case(
            "jacobian", #"{\#(x), "jac_inputs": "x", "jac_outputs": ["y"]}"#, "value_error", #"["body","jac_inputs"]"#),
        Case(
            "jacobian", #"{\#(x), "jac_inputs": ["x"], "jac_outputs": ["x"]}"#, "literal_error",
            #"["body","jac_outputs",0]"#),
        Case(
            "jacobian", #"{\#(x), "jac_inputs": ["x"], "jac_outputs": []}"#, "value_error", #"["body","jac_outputs"]"#),
        Case("jacobian", #"{\#(x), "jac_inputs": ["x"]}"#, "missing", #"["body","jac_outputs"]"#),
        Case(
            "jacobian_vector_product",
            #"{\#(x), "jvp_inputs": ["x"], "jvp_outputs": ["y"], "tangent_vector": {"x": 1, "z": 1}}"#,
            "value_error", #"["body","tangent_vector"]"#),
        Case(
            "jacobian_vector_product",
            #"{\#(x), "jvp_inputs": ["x"], "jvp_outputs": ["y"], "tangent_vector": {"x": [1]}}"#,
            "value_error", #"["body","tangent_vector","x"]"#),
        Case(
            "vector_jacobian_product",
            #"{\#(x), "vjp_inputs": ["x"], "vjp_outputs": ["y"], "cotangent_vector": {}}"#,
            "value_error", #"["body","cotangent_vector"]"#),
        Case("abstract_eval", #"{"inputs": {"x": 1}}"#, "value_error", #"["body","inputs","x"]"#),
        Case(
            "abstract_eval", #"{"inputs": {"x": {"shape": [2], "dtype": "float64"}}}"#, "value_error",
            #"["body","inputs","x"]"#),
        Case(
            "abstract_eval", #"{"inputs": {"x": {"shape": [], "dtype": "float46"}}}"#,
            "value_error", #"["body","inputs","x","dtype"]"#),
        Case("abstract_eval", #"{"inputs": {}}"#, "missing", #"["body","inputs","x"]"#),
    ]

    @Test(arguments: cases) func `with an error that the SDK can read`(refused: Case) throws {
        let response = AdjointService().post("/tesseract/forward/\(refused.path)", refused.body)
        #expect(response.status == 422 && response.headers["Content-Type"] == "application/json")
        let list = try #require(try response.json()["detail"]?.list)
        let entry = try #require(list.first?.object)
        #expect(list.count == 1 && entry.keys.sorted() == ["loc", "msg", "type"])
        #expect(entry["type"]?.text == refused.type && entry["loc"]?.json == refused.loc, "\(response.text)")
        #expect(entry["msg"]?.text?.isEmpty == false)
    }

    @Test func `what is not there in words`() throws {
        for (path, word) in [("sed/apply", "seed"), ("nothing-like-it/gradient/apply", "nothing-like-it")] {
            let response = AdjointService().post("/tesseract/\(path)", #"{"inputs": {}}"#)
            #expect(response.status == 404)
            #expect(try response.json()["detail"]?.text?.contains(word) == true)
        }
    }
}
