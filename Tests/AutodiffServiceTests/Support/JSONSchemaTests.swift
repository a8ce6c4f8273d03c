import Testing

@Suite struct `The schema checker` {
    @Test(arguments: [
        (#"{"type": "integer", "minimum": 2, "maximum": 3}"#, ["2", "3.0"], ["1", "4", "2.5", #""2""#]),
        (
            #"{"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2, "uniqueItems": true}"#,
            [#"["a"]"#, #"["a", "b"]"#], ["[]", "[1]", #"["a", "a"]"#, #"["a", "b", "c"]"#, "{}"]
        ),
        (
            #"{"type": "object", "properties": {"a": {"const": 1}}, "required": ["a"], "additionalProperties": false}"#,
            [#"{"a": 1}"#], ["{}", #"{"a": 2}"#, #"{"a": 1, "b": 1}"#, "[]"]
        ),
        (#"{"additionalProperties": {"enum": ["x", null]}}"#, [#"{"a": "x"}"#, "1"], [#"{"a": 1}"#]),
        (#"{"oneOf": [{"type": "number"}, {"minimum": 3}]}"#, ["1", #""a""#], ["4"]),
        (#"{"anyOf": [{"type": "number"}, {"type": "null"}]}"#, ["4", "null"], ["true"]),
        (#"{"type": "string", "minLength": 1, "maxLength": 2}"#, [#""ab""#], [#""""#, #""abc""#]),
        (#"{"type": "boolean", "invented": 1}"#, [], ["true"]),
        (##"{"$ref": "#/nowhere"}"##, [], ["true"]),
    ])
    func `tells what fits from what does not`(schema: String, good: [String], bad: [String]) throws {
        let root = try FoundationJSON.value(of: schema)
        let checker = JSONSchema(root: root)
        for text in good { #expect(checker.faults(try FoundationJSON.value(of: text), by: root) == [], "\(text)") }
        for text in bad { #expect(checker.faults(try FoundationJSON.value(of: text), by: root) != [], "\(text)") }
    }
}
