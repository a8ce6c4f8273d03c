import Autodiff
import AutodiffService
import MicroHTTP
import Testing

@Suite struct `A Tesseract` {
    private let service = AdjointService()
    private static let neuron = #"{"a": 2, "b": -3, "c": 10, "f": 0.5}"#

    private func ask(_ path: String, _ body: String, accept: String = "application/*; gpu_transport=none") throws
        -> JSONValue
    {
        let response = service.post("/tesseract/\(path)", body, headers: ["Accept": accept])
        #expect(response.status == 200, "\(response.text)")
        return try response.json()
    }

    @Test func `gives the numbers of the other endpoints, bit by bit`() throws {
        let found = try ask(
            "seed/vector_jacobian_product",
            #"{"inputs": \#(Self.neuron), "vjp_inputs": ["f", "a"], "vjp_outputs": ["o"], "cotangent_vector": {"o": 1}}"#
        )
        let wanted = try service.post("/v1/graphs/seed/gradient", #"{"inputs": \#(Self.neuron)}"#).json()["gradients"]
        #expect(found.object?.keys.sorted() == ["a", "f"])
        for name in ["a", "f"] { #expect(found[name]?["data"]?["buffer"] == wanted?[name]) }
    }

    @Test func `has the Hessian for the Jacobian of its gradient`() throws {
        let point = #"{"x": [1.5, 2, 0.5]}"#
        let found = try ask(
            "rosenbrock/gradient/jacobian", #"{"inputs": \#(point), "jac_inputs": ["x"], "jac_outputs": ["x"]}"#)
        let wanted = try service.post("/v1/graphs/rosenbrock/hessian", #"{"inputs": \#(point)}"#).json()
        #expect(found["x"]?["x"]?["shape"]?.json == "[3,3]")
        #expect(found["x"]?["x"]?["data"]?["buffer"] == wanted["hessian"]?["x"]?["x"])
    }

    @Test func `answers again what it has answered before`() throws {
        let body = #"{"inputs": {"x": [1, 2, 3]}, "jac_inputs": ["x"], "jac_outputs": ["y"]}"#
        let first = try ask("rosenbrock/jacobian", body)
        #expect(try ask("rosenbrock/jacobian", body) == first)
        let other = try ask("rosenbrock/jacobian", body.replacing("[1, 2, 3]", with: "[1, 2, 2.5]"))
        #expect(other != first)
    }

    @Test func `repeats axes of length 1`() throws {
        let put = service.respond(
            to: HTTPRequest(
                method: "PUT", target: "/v1/graphs/flat",
                body: Array(#"{"expression": "y = 1*m", "shapes": {"m": [2, 3]}}"#.utf8)), deadline: .now + .seconds(60)
        )
        #expect(put.status == 201)
        for (given, wanted) in [
            ("[[1, 2, 3]]", "[[1,2,3],[1,2,3]]"), ("[[1], [2]]", "[[1,1,1],[2,2,2]]"), ("[[7]]", "[[7,7,7],[7,7,7]]"),
        ] {
            let y = try ask("flat/apply", #"{"inputs": {"m": \#(given)}}"#)["y"]
            #expect(y?["data"]?["buffer"]?.json == wanted)
        }
        for wrong in ["[1, 2, 3]", "7", "[[1, 2]]", "[[1, 2, 3], [1, 2, 3], [1, 2, 3]]"] {
            #expect(service.post("/tesseract/flat/apply", #"{"inputs": {"m": \#(wrong)}}"#).status == 422)
        }
    }

    /// What is sent for x, and what is read of it.
    static let numbers: [(text: String, bits: UInt64)] = [
        ("null", Double.nan.bitPattern), ("2", Double(2).bitPattern), (#""Infinity""#, Double.infinity.bitPattern),
        (#"{"shape": [], "dtype": "float64", "data": {"buffer": null, "encoding": "json"}}"#, Double.nan.bitPattern),
        (
            #"{"shape": [], "dtype": "float64", "data": {"buffer": "AAAAAAAA8P8=", "encoding": "base64"}}"#,
            (-Double.infinity).bitPattern
        ),
        (#"{"shape": [], "dtype": "int8", "data": {"buffer": "/w==", "encoding": "base64"}}"#, Double(-1).bitPattern),
        (
            #"{"object_type": "array", "shape": [], "dtype": "bool", "data": {"buffer": "AQ==", "encoding": "base64"}}"#,
            Double(1).bitPattern
        ),
    ]

    @Test(arguments: numbers) func `reads numbers as the SDK writes them`(text: String, bits: UInt64) throws {
        // Half of twice the number, in base64, which loses nothing.
        let y = try ask("forward/apply", #"{"inputs": {"x": \#(text)}}"#, accept: "application/json+base64")["y"]
        let double = try #require(y)
        let back = try ask(
            "forward/vector_jacobian_product",
            #"{"inputs": {"x": 1}, "vjp_inputs": ["x"], "vjp_outputs": ["y"], "cotangent_vector": {"y": \#(double.json)}}"#,
            accept: "application/json+base64")["x"]
        let wanted = 4 * Double(bitPattern: bits)
        let found = try #require(back)
        let read = try RequestReader().read(WireArray.self, from: Array(found.json.utf8)).elements
        #expect(read.count == 1 && (read[0] == wanted || (read[0].isNaN && wanted.isNaN)))
    }

    /// An `Accept` header, and the type that it is answered with; nothing where there is none to its liking.
    static let headers: [(accept: String, type: String?)] = [
        ("*/*", "application/json"), ("application/*; gpu_transport=none", "application/json"),
        ("application/json; compression=none", "application/json"),
        ("application/json+base64; gpu_transport=none", "application/json+base64"),
        ("application/json+binref, application/json;q=0.1", "application/json"),
        ("application/json+binref", nil), ("text/html", nil),
    ]

    @Test(arguments: headers) func `answers in the form that is accepted`(accept: String, type: String?) throws {
        let response = service.post(
            "/tesseract/seed/apply", #"{"inputs": \#(Self.neuron)}"#, headers: ["Accept": accept])
        #expect(response.status == (type == nil ? 406 : 200))
        #expect(response.headers["Content-Type"] == type ?? "application/json")
    }

    @Test func `is told by what the server refuses, too`() throws {
        let request = HTTPRequest(method: "POST", target: "/tesseract/seed/apply")
        let response = service.refuse(.queueFull(retryAfter: 2), request: request)
        #expect(response.status == 503 && response.headers["Retry-After"] == "2")
        #expect(response.headers["Content-Type"] == "application/json")
        #expect(try response.json().object?.keys.sorted() == ["detail"])
    }

    @Test func `leaves a connection clean whose GET had a body`() throws {
        let client = try #require(Client(port: Served.port))
        for _ in 0..<3 {
            client.send("GET /tesseract/seed/health HTTP/1.1\r\nHost: adjoint\r\nContent-Length: 4\r\n\r\n")
            client.send("null")
            #expect(client.receive()?.text == #"{"status":"ok"}"#)
        }
        #expect(client.post("/tesseract/seed/apply", Array(#"{"inputs": \#(Self.neuron)}"#.utf8))?.status == 200)
    }
}
