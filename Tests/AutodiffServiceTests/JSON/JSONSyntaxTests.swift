import AutodiffService
import FoundationEssentials
import Testing

@Suite struct `JSON syntax` {
    @Test(arguments: [
        "0", "-0", "-0.0", "1e5", "1E+5", "1.5e-300", "12345678901234567890", "0e-999", "5e-324", "true", "false",
        "null",
        #""""#, #""a\"b\\\/\b\f\n\r\té\ud83d\ude00""#, "\"\u{7F}é€😀\u{10FFFF}\"", "[]", "{}", " \t\r\n[ ] ",
        "[1,2 , 3]", #"{"a":1,"b":{"a":2},"c":[{"a":3}]}"#, #"{"":0}"#, "[[],[[]],{}]", "[0.1,-1,1e0]",
    ])
    func `accepts what RFC 8259 allows`(text: String) throws {
        try JSONSyntax.check(Array(text.utf8))
        _ = try FoundationJSON.value(of: text)
    }

    @Test(arguments: [
        ("", 0, "At byte 0: expected a JSON value but the body is empty."),
        ("   ", 3, "At byte 3: expected a JSON value but found the end of the body."),
        (#"{"a": 1, "b": 2 x}"#, 16, "At byte 16: expected ',' or '}' but found 'x'."),
        ("[1 2]", 3, "At byte 3: expected ',' or ']' but found '2'."),
        ("[1,]", 3, "At byte 3: expected a JSON value but found ']'."),
        (#"{"a":1,}"#, 7, "At byte 7: expected a key in double quotes but found '}'."),
        ("{a:1}", 1, "At byte 1: expected a key in double quotes or '}' but found 'a'."),
        (#"{"a" 1}"#, 5, "At byte 5: expected ':' after the key but found '1'."),
        (#"{"a":}"#, 5, "At byte 5: expected a JSON value but found '}'."),
        ("[1}", 2, "At byte 2: expected ',' or ']' but found '}'."),
        ("[", 1, "At byte 1: expected a JSON value but found the end of the body."),
        ("[]]", 2, "At byte 2: expected the end of the body after the value but found ']'."),
        ("1 2", 2, "At byte 2: expected the end of the body after the value but found '2'."),
        ("01", 0, "At byte 0: a number may not begin with a 0 before other digits."),
        ("-", 1, "At byte 1: expected a digit but found the end of the body."),
        ("+1", 0, "At byte 0: expected a JSON value but found '+'."),
        (".5", 0, "At byte 0: expected a JSON value but found '.'."),
        ("1.", 2, "At byte 2: expected a digit after '.' but found the end of the body."),
        ("1.e5", 2, "At byte 2: expected a digit after '.' but found 'e'."),
        ("1e", 2, "At byte 2: expected a digit in the exponent but found the end of the body."),
        ("NaN", 0, "At byte 0: expected a JSON value but found 'N'."),
        ("tru", 3, "At byte 3: expected the literal true but found the end of the body."),
        ("nulL", 3, "At byte 3: expected the literal null but found 'L'."),
        (#""abc"#, 4, "At byte 4: expected '\"' to end the string but found the end of the body."),
        ("\"a\nb\"", 2, "At byte 2: the control character 0x0A must be escaped in a string."),
        ("\"\u{0}\"", 1, "At byte 1: the control character 0x00 must be escaped in a string."),
        (#""\x""#, 2, #"At byte 2: expected one of " \ / b f n r t u after '\' but found 'x'."#),
        (#""\u12g4""#, 5, #"At byte 5: expected four hexadecimal digits after '\u' but found 'g'."#),
        (#""\ud800""#, 1, "At byte 1: a surrogate escape must be one of a pair, high then low."),
        (#""\ud800\u0041""#, 1, "At byte 1: a surrogate escape must be one of a pair, high then low."),
        (#""\udc00""#, 1, "At byte 1: a surrogate escape must be one of a pair, high then low."),
        (#""\ud800\"#, 1, "At byte 1: a surrogate escape must be one of a pair, high then low."),
        ("\u{FEFF}1", 0, "At byte 0: a JSON text begins without a byte order mark."),
        ("é", 0, "At byte 0: expected a JSON value but found the byte 0xC3."),
        ("[1,\u{0}]", 3, "At byte 3: expected a JSON value but found the byte 0x00."),
    ])
    func `says where a text breaks off, and what would be right`(text: String, offset: Int, detail: String) {
        let error = refusal(Array(text.utf8))
        #expect(error?.kind == .syntax)
        #expect(error?.offset == offset)
        #expect(error?.detail == detail)
        #expect(error?.pointer == nil)
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]])
    func `refuses what is not UTF-8`(sequence: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(refusal([quote] + sequence + [quote])?.offset == 1)
        #expect(refusal([quote] + sequence)?.offset == 1)
    }

    @Test func `takes every Unicode scalar, and no other sequence of two bytes`() throws {
        var text = "\""
        for value in UInt32(0x20)...0x10FFFF where value != 0x22 && value != 0x5C {
            if let scalar = UnicodeScalar(value) { text.unicodeScalars.append(scalar) }
        }
        try JSONSyntax.check(Array((text + "\"").utf8))
        for first in UInt8(0x80)...0xFF {
            for second in UInt8(0x23)...0xFF where second != 0x5C {
                let isText = String(validating: [first, second], as: UTF8.self) != nil
                #expect((refusal([0x22, first, second, 0x22]) == nil) == isText)
            }
        }
    }

    @Test(arguments: [
        (#"{"a":1,"a":2}"#, 7, "/a", "a"),
        (#"{"a":1,"\u0061":2}"#, 7, "/a", "a"),
        (#"{"x":[0,{"a/b~":1,"c":2,"a/b~":2}]}"#, 24, "/x/1/a~1b~0", "a/b~"),
        ("{\"\u{E9}\":1,\"e\u{301}\":2}", 8, "/e\u{301}", "é"),
        ("{\"K\":1,\"\u{212A}\":2}", 7, "/\u{212A}", "K"),
        (#"{"\ud83d\ude00":1,"😀":2}"#, 18, "/😀", "😀"),
        (#"{"a":{"b":1},"b":{"a":2},"a":0}"#, 25, "/a", "a"),
    ])
    func `refuses one key twice in one object`(text: String, offset: Int, pointer: String, key: String) {
        let error = refusal(Array(text.utf8))
        #expect(error?.kind == .duplicateKey)
        #expect(error?.offset == offset)
        #expect(error?.pointer == pointer)
        #expect(error?.detail.contains("the key '\(key)' occurs twice") == true)
    }

    @Test(arguments: [2, 7, 8, 9, 10, 100, 10_000])
    func `finds the twin of any key in an object of any size`(count: Int) throws {
        let members = (0..<count).map { #""k\#($0)":{"inner":0,"k0":1}"# }
        try JSONSyntax.check(Array("{\(members.joined(separator: ","))}".utf8))
        for twin in [0, count / 2, count - 1] {
            let text = "{\(members.joined(separator: ",")),\"k\(twin)\":0}"
            #expect(refusal(Array(text.utf8))?.pointer == "/k\(twin)")
        }
    }

    // Comparing each key with all before it would take minutes.
    @Test(.timeLimit(.minutes(1))) func `reads objects with very many keys in linear time`() throws {
        let members = (0..<400_000).map { "\"k\($0)\":0" }.joined(separator: ",")
        try JSONSyntax.check(Array("{\(members)}".utf8))
    }

    @Test(arguments: [
        ("1e309", 0, ""), ("[1,-1e999]", 3, "/1"), (#"{"a":{"b":1e400}}"#, 10, "/a/b"),
        ("1.8e308", 0, ""), ("1" + String(repeating: "0", count: 400), 0, ""),
        ("0.001e0312", 0, ""), ("-1e-400", 0, ""), ("[0.0001e-0320]", 1, "/0"),
        ("[179769313486231590000e289]", 1, "/0"),
    ])
    func `refuses a number outside the range of a double`(text: String, offset: Int, pointer: String) {
        let error = refusal(Array(text.utf8))
        #expect(error?.kind == .numberRange)
        #expect(error?.offset == offset)
        #expect(error?.pointer == pointer)
    }

    @Test(arguments: [
        "1.7976931348623157e308", "0.00001e0312", "4.9e-324", "0.0e-999", "0e999", String(repeating: "9", count: 308),
    ])
    func `takes a number at the edge of the range`(text: String) throws { try JSONSyntax.check(Array(text.utf8)) }

    @Test(arguments: ["[", #"{"a":"#, #"[{"b":"#])
    func `bounds the nesting without recursion`(opening: String) throws {
        let unit = opening.utf8.count(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") })
        let error = refusal(Array(String(repeating: opening, count: 1_000_000).utf8), maximumDepth: 6)
        #expect(error?.kind == .depth)
        #expect(error?.offset == 6 / unit * opening.utf8.count)
        #expect(error?.pointer?.split(separator: "/").count == 6)
        let deep = String(repeating: "[", count: 6) + String(repeating: "]", count: 6)
        try JSONSyntax.check(Array(deep.utf8), maximumDepth: 6)
        #expect(refusal(Array(deep.utf8), maximumDepth: 5)?.kind == .depth)
        let deepest = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        try JSONSyntax.check(Array(deepest.utf8), maximumDepth: .max)
    }

    @Test func `never traps, and never accepts what Foundation refuses`() {
        let seed = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",true,null],"b":{"c":"é","d":[{}]}}"#.utf8)
        var random = SplitMix(state: 1)
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(seed[Int.random(in: 0..<seed.count, using: &random)], at: place)
                }
            }
            if refusal(bytes) == nil {
                #expect(throws: Never.self) { try FoundationJSON.value(of: bytes) }
            }
        }
    }

    private func refusal(_ bytes: [UInt8], maximumDepth: Int = JSONSyntax.defaultMaximumDepth) -> JSONSyntaxError? {
        do {
            try JSONSyntax.check(bytes, maximumDepth: maximumDepth)
            return nil
        } catch {
            return error
        }
    }
}
