import AutodiffService
import FoundationEssentials
import Testing

@Suite struct `Ordered JSON encoder` {
    @Test func `keeps the order in which keys are encoded`() throws {
        let names = (0..<1000).map { "n\($0 * 7919 % 1000)" }
        let map = OrderedMap(names.map { ($0, 1) })
        #expect(try text(map) == "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}")
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "-0.0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (1e16, "1e+16"), (1e-5, "1e-05"),
        (123456789, "123456789"), (0x1p53, "9007199254740992"), (.leastNonzeroMagnitude, "5e-324"),
        (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (1.0 / 3, "0.3333333333333333"),
        (.nan, #""NaN""#), (-.nan, #""NaN""#), (.signalingNaN, #""NaN""#), (.infinity, #""Infinity""#),
        (-.infinity, #""-Infinity""#),
    ])
    func `writes the shortest text of a double`(number: Double, expected: String) throws {
        #expect(try text(number) == expected)
        #expect(try text([number]) == "[\(expected)]")
        #expect(try text(["x": number]) == "{\"x\":\(expected)}")
        #expect(try text([[Double?.some(number)]]) == "[[\(expected)]]")
        #expect(try text(WireNumber(number)) == expected)
    }

    @Test func `writes doubles that read back bit for bit`() throws {
        var random = SplitMix(state: 7)
        var numbers: [Double] = [
            0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude,
            .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0x1p53, 0x1p53 - 1, 0x1p63, -0x1p63, 0.1 + 0.2,
        ]
        while numbers.count < 30_000 { numbers.append(Double(bitPattern: random.next())) }
        for _ in 0..<5000 { numbers.append(Double(bitPattern: random.next() >> 12)) }  // subnormal
        for _ in 0..<5000 { numbers.append(Double(Int64(truncatingIfNeeded: random.next()) >> 8)) }
        numbers.removeAll { !$0.isFinite }
        let bytes = try OrderedJSONEncoder().encode(numbers)
        try JSONSyntax.check(bytes)
        let back = try JSONDecoder().decode([Double].self, from: Data(bytes))
        #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
        let texts = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self).split(separator: ",")
        #expect(texts.map { Double($0)?.bitPattern } == numbers.map(\.bitPattern))
    }

    @Test(arguments: [
        ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("\u{0}\u{1F}\u{10}", #""\u0000\u001f\u0010""#), ("é€😀\u{2028}\u{7F}", "\"é€😀\u{2028}\u{7F}\""),
        ("é\n", #""é\n""#),
    ])
    func `escapes strings no more than needed`(string: String, expected: String) throws {
        #expect(try text(string) == expected)
        #expect(try text(OrderedMap([(string, 1)])) == "{\(expected):1}")
        #expect(try JSONDecoder().decode([String].self, from: Data(OrderedJSONEncoder().encode([string]))) == [string])
    }

    @Test func `agrees with Foundation's encoder on every kind of container`() throws {
        let value = Everything()
        let ours = try OrderedJSONEncoder().encode(value)
        try JSONSyntax.check(ours)
        let theirs = try JSONEncoder().encode(value)
        #expect(try FoundationJSON.value(of: ours) == FoundationJSON.value(of: Array(theirs)))
        let expected = """
            {"b":true,"i":[-128,-32768,-2147483648,-9223372036854775808,-1],\
            "u":[255,65535,4294967295,18446744073709551615,1],\
            "f":0.1,"present":2.5,"nothing":null,"late":{"one":1,"deep":[1,"two",[],{"k":null}],"two":2},"next":"x",\
            "list":[1,true,"s",null,0.5,0.25,[0.5],{"z":1},{"own":1}],"super":{"own":2},"named":{},\
            "empty":{},"single":[[1]],"inherited":{"base":1,"derived":2}}
            """
        #expect(String(decoding: ours, as: UTF8.self) == expected)
    }

    @Test func `names the place where a value refuses to be encoded`() throws {
        struct Refusing: Encodable {
            func encode(to encoder: any Encoder) throws {
                throw EncodingError.invalidValue(0, .init(codingPath: encoder.codingPath, debugDescription: ""))
            }
        }
        let error = #expect(throws: EncodingError.self) { try OrderedJSONEncoder().encode(["a": [[Refusing()]]]) }
        guard case .invalidValue(_, let context) = error else { return }
        #expect(JSONPointer(context.codingPath).description == "/a/0/0")
    }

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try OrderedJSONEncoder().encode(value), as: UTF8.self)
    }
}

/// A value that uses every way there is of encoding oneself.
private struct Everything: Encodable {
    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Name.self)
        try fields.encode(true, forKey: "b")
        var integers = fields.nestedUnkeyedContainer(forKey: "i")
        try integers.encode(Int8.min)
        try integers.encode(Int16.min)
        try integers.encode(Int32.min)
        try integers.encode(Int64.min)
        try integers.encode(-1)
        var unsigned = fields.nestedUnkeyedContainer(forKey: "u")
        try unsigned.encode(UInt8.max)
        try unsigned.encode(UInt16.max)
        try unsigned.encode(UInt32.max)
        try unsigned.encode(UInt64.max)
        try unsigned.encode(UInt(1))
        try fields.encode(Float(0.1), forKey: "f")
        try fields.encodeIfPresent(Double?.none, forKey: "absent")
        try fields.encodeIfPresent(2.5, forKey: "present")
        try fields.encode(Double?.none, forKey: "nothing")
        // Written to in turns with its parent.
        var late = fields.nestedContainer(keyedBy: Name.self, forKey: "late")
        try late.encode(1, forKey: "one")
        try fields.encode("x", forKey: "next")
        var deep = late.nestedUnkeyedContainer(forKey: "deep")
        try deep.encode(1)
        try late.encode(2, forKey: "two")
        try deep.encode("two")
        _ = deep.nestedUnkeyedContainer()
        var deepest = deep.nestedContainer(keyedBy: Name.self)
        try deepest.encodeNil(forKey: "k")
        try fields.encode(Elements(), forKey: "list")
        try Own(value: 2).encode(to: fields.superEncoder())
        _ = fields.superEncoder(forKey: "named")
        try fields.encode([String: Int](), forKey: "empty")
        try fields.encode(Single(), forKey: "single")
        try fields.encode(Derived(), forKey: "inherited")
    }

    struct Name: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringLiteral: String) { stringValue = stringLiteral }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    struct Own: Encodable {
        let value: Int
        enum CodingKeys: String, CodingKey { case value = "own" }
    }

    struct Elements: Encodable {
        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(1)
            try list.encode(true)
            try list.encode("s")
            try list.encodeNil()
            try list.encode(0.5)
            try list.encode(Float(0.25))
            try list.encode([0.5])
            try list.encode(["z": 1])
            try Own(value: 1).encode(to: list.superEncoder())
        }
    }

    struct Single: Encodable {
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode([[1]])
        }
    }

    class Base: Encodable {
        private enum CodingKeys: String, CodingKey { case base }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(1, forKey: .base)
        }
    }

    final class Derived: Base {
        private enum CodingKeys: String, CodingKey { case derived }

        override func encode(to encoder: any Encoder) throws {
            try super.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(2, forKey: .derived)
        }
    }
}
