import AutodiffService
import MicroHTTP
import Testing

@Suite struct `Accept` {
    private static let base64 = "application/json+base64"

    /// A header, and the media type that it is answered with; nothing where it allows none.
    static let headers: [(accept: String?, type: String?)] = [
        (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
        ("application/json", "application/json"), ("application/*", "application/json"),
        (base64, base64), ("Application/JSON+Base64", base64), ("\(base64), */*;q=0.1", base64),
        ("\(base64), application/json", base64), ("application/json, \(base64)", base64),
        ("\(base64);q=0.4, application/json;q=0.5", "application/json"),
        ("\(base64) ; q=0.6 , application/json ; q=0.5", base64), ("\(base64);q=0.5, */*", "application/json"),
        ("\(base64);q=0, */*", "application/json"), ("application/json;q=0, */*", base64),
        ("application/json;charset=utf-8", "application/json"), ("text/html, */*;q=0.1", "application/json"),
        ("text/html", nil), ("*/*;q=0", nil), ("\(base64);q=0", nil), ("application/json;q=0, text/*", nil),
    ]

    @Test(arguments: headers)
    func `chooses the form of arrays`(accept: String?, type: String?) throws {
        var headers: HTTPFields = [:]
        if let accept { headers.append("Accept", accept) }
        let response = AdjointService().post(
            "/v1/evaluate", #"{"expression": "y = x*1", "inputs": {"x": [1]}}"#, headers: headers)
        #expect(response.status == (type == nil ? 406 : 200))
        #expect(response.headers["Content-Type"] == type ?? Problem.contentType)
        guard let type else { return }
        let y = try response.json()["values"]?["y"]
        #expect((y?["dtype"]?.text == "float64") == (type == Self.base64))
        #expect((y?.list?.count == 1) == (type != Self.base64))
    }

    @Test func `of what is answered can be sent back`() throws {
        let headers: HTTPFields = ["Accept": Self.base64]
        let first = AdjointService().post(
            "/v1/evaluate", #"{"expression": "y = x/3", "inputs": {"x": [[1, 2], [0, -7]]}, "outputs": ["y"]}"#,
            headers: headers)
        let encoded = try #require(try first.json()["values"]?["y"]).json
        let second = AdjointService().post(
            "/v1/evaluate", #"{"expression": "z = y*3", "inputs": {"y": \#(encoded)}, "outputs": ["z"]}"#)
        #expect(second.text == #"{"values":{"z":[[1,2],[0,-7]]}}"#)
    }
}
