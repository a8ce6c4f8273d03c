import AutodiffService
import Testing

@Suite struct `Strict fields` {
    struct Node: Decodable {
        enum CodingKeys: String, CodingKey, CaseIterable { case id, op, args, weight }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.strictContainer(keyedBy: CodingKeys.self, in: "a node")
            _ = try fields.decode(String.self, forKey: .id)
            _ = try fields.decode(Bool.self, forKey: .op)
            _ = try fields.decodeIfPresent([WireInteger].self, forKey: .args)
            _ = try fields.decodeIfPresent(Double.self, forKey: .weight)
        }
    }

    @Test func `takes the fields that are known`() throws {
        try read(#"{"id": "a", "op": true, "args": [1, 2.0, -3], "weight": 2}"#)
        try read(#"{"id": "a", "op": true, "args": null}"#)
    }

    @Test(arguments: [
        ("arg", "args", "'arg' is not a field of a node; did you mean 'args'?"),
        ("ARGS", "args", "'ARGS' is not a field of a node; did you mean 'args'?"),
        ("wieght", "weight", "'wieght' is not a field of a node; did you mean 'weight'?"),
        ("comment", nil, "'comment' is not a field of a node; it may have id, op, args, weight."),
    ])
    func `refuses a field that is unknown`(field: String, suggestion: String?, detail: String) {
        #expect(
            refusal(#"{"id": "a", "\#(field)": 1, "zzz": 2}"#)
                == Problem(.unknownField, detail, pointer: "/0/\(field)", suggestion: suggestion))
    }

    @Test(
        arguments: [
            (#"{"op": true}"#, .missingField, "/0", "The field 'id' is missing; it must be given."),
            (#"{"id": null, "op": true}"#, .invalidRequest, "/0/id", "Expected a string but found null."),
            (#"{"id": 5, "op": true}"#, .invalidRequest, "/0/id", "Expected a string but found a number."),
            (#"{"id": [], "op": true}"#, .invalidRequest, "/0/id", "Expected a string but found a list."),
            (#"{"id": {}, "op": true}"#, .invalidRequest, "/0/id", "Expected a string but found an object."),
            (#"{"id": false, "op": true}"#, .invalidRequest, "/0/id", "Expected a string but found true or false."),
            (#"{"id": "a", "op": 1}"#, .invalidRequest, "/0/op", "Expected true or false but found a number."),
            (
                #"{"id": "a", "op": true, "args": {}}"#, .invalidRequest, "/0/args",
                "Expected a list but found an object."
            ),
            (
                #"{"id": "a", "op": true, "args": [0, "1"]}"#, .invalidRequest, "/0/args/1",
                "Expected an integer but found the string '1'."
            ),
            (
                #"{"id": "a", "op": true, "args": [1.5]}"#, .invalidRequest, "/0/args/0",
                "Expected an integer but found the number 1.5."
            ),
            (
                #"{"id": "a", "op": true, "args": [1e20]}"#, .invalidRequest, "/0/args/0",
                "Expected an integer but found the number 1e+20."
            ),
            (
                #"{"id": "a", "op": true, "weight": "1"}"#, .invalidRequest, "/0/weight",
                "Expected a number but found a string."
            ),
            ("7", .invalidRequest, "/0", "Expected an object but found a number."),
        ] as [(String, ProblemCode, String, String)])
    func `names the place and the kind of value expected`(
        text: String, code: ProblemCode, pointer: String, detail: String
    ) {
        #expect(refusal(text) == Problem(code, detail, pointer: pointer))
    }

    @Test func `reports JSON errors before anything else`() {
        var expected = Problem(.invalidJSON, "At byte 8: expected ',' or '}' but found 'x'.")
        expected.offset = 8
        #expect(refusal(#"{"a":1 x"#) == expected)
        #expect(refusal(#"{"id":1,"id":2}"#)?.pointer == "/0/id")
    }

    @Test func `does not blame the JSON for a number that does not fit a Swift integer`() {
        let problem = #expect(throws: Problem.self) {
            try RequestReader().read([Int].self, from: Array("[1.5]".utf8))
        }
        #expect(problem?.code == .invalidRequest)
        #expect(problem?.detail == "A number does not fit the integer field that it is given for.")
    }

    private func read(_ text: String) throws {
        _ = try RequestReader().read([Node].self, from: Array("[\(text)]".utf8))
    }

    private func refusal(_ text: String) -> Problem? {
        #expect(throws: Problem.self) { try read(text) }
    }
}
