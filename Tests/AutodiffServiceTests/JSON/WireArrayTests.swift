import AutodiffService
import FoundationEssentials
import Testing

@Suite struct `Wire array` {
    @Test(
        arguments: [
            ("2.5", [], [2.5]), ("-0.0", [], [-0.0]), (#""NaN""#, [], [.nan]), ("[]", [0], []), ("[1]", [1], [1]),
            ("[1,2,3]", [3], [1, 2, 3]), (#"[1,"-Infinity","NaN",4]"#, [4], [1, -.infinity, .nan, 4]),
            (#"["Infinity"]"#, [1], [.infinity]), ("[[1,2],[3,4],[5,6]]", [3, 2], [1, 2, 3, 4, 5, 6]),
            (#"[["NaN"],[1]]"#, [2, 1], [.nan, 1]), ("[[],[]]", [2, 0], []), ("[[[1]],[[2]]]", [2, 1, 1], [1, 2]),
            ("[[[]]]", [1, 1, 0], []),
        ] as [(String, [Int], [Double])])
    func `reads numbers and nested lists`(text: String, shape: [Int], elements: [Double]) throws {
        let array = try read(text)
        #expect(array == WireArray(shape: shape, elements: elements))
        #expect(zip(array.elements, elements).allSatisfy { $0.sign == $1.sign || $0.isNaN })
        #expect(try write(array, .lists) == text)
        #expect(try read(write(array, .base64)) == array)
        // Any other encoder writes the same lists.
        let encoder = JSONEncoder()
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        #expect(try read(String(decoding: encoder.encode(array), as: UTF8.self)) == array)
    }

    @Test(
        arguments: [
            ("float64", [2], [0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x80], [1.5, -0.0]),
            ("float32", [2], [0, 0, 0xC0, 0x3F, 0, 0, 0x80, 0xFF], [1.5, -.infinity]),
            ("float16", [3], [0x00, 0x3E, 0x00, 0xFC, 0x01, 0x00], [1.5, -.infinity, 0x1p-24]),
            ("int8", [2], [0x7F, 0x80], [127, -128]),
            ("int16", [1, 2], [0x01, 0x02, 0x00, 0x80], [513, -32768]),
            ("int32", [1], [0xFE, 0xFF, 0xFF, 0xFF], [-2]),
            ("int64", [1], [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [-2]),
            ("uint8", [], [0xFF], [255]),
            ("uint16", [2, 1], [0x01, 0x02, 0xFF, 0xFF], [513, 65535]),
            ("uint32", [1], [0xFF, 0xFF, 0xFF, 0xFF], [4294967295]),
            ("uint64", [1], [0, 0, 0, 0, 0, 0, 0, 0x80], [0x1p63]),
            ("bool", [3], [0, 1, 2], [0, 1, 1]),
            ("float64", [0, 3], [], []),
        ] as [(String, [Int], [UInt8], [Double])])
    func `reads every dtype from base64`(dtype: String, shape: [Int], bytes: [UInt8], elements: [Double]) throws {
        let buffer = Data(bytes).base64EncodedString()
        let array = try read(encoded(shape: "\(shape)", dtype: dtype, data: "\"\(buffer)\"", encoding: "base64"))
        #expect(array.shape == shape)
        #expect(array.elements.map(\.bitPattern) == elements.map(\.bitPattern))
    }

    @Test(
        arguments: [
            ("[2,2]", "float64", "[[1,2],[3,4]]", [1, 2, 3, 4]), ("[]", "float32", "5", [5]),
            ("[2]", "bool", "[true,false]", [1, 0]), ("[2]", "float64", #"["NaN",1]"#, [.nan, 1]),
            ("[0,3]", "int8", "[]", []),
        ] as [(String, String, String, [Double])])
    func `reads an encoded array with nested lists`(
        shape: String, dtype: String, data: String, elements: [Double]
    ) throws {
        let array = try read(encoded(shape: shape, dtype: dtype, data: data, encoding: "json"))
        #expect(array == WireArray(shape: array.shape, elements: elements))
        #expect("\(array.shape)".filter { $0 != " " } == shape)
    }

    @Test func `writes base64 when asked`() throws {
        let array = WireArray(shape: [1, 2], elements: [1.5, -0.0])
        let expected =
            #"{"object_type":"array","shape":[1,2],"dtype":"float64","#
            + #""data":{"buffer":"AAAAAAAA+D8AAAAAAAAAgA==","encoding":"base64"}}"#
        #expect(try write(array, .base64) == expected)
        #expect(try write(WireArray(2), .base64) == "2")
        #expect(try write(WireArray([1, 2]), .lists) == "[1,2]")
        var random = SplitMix(state: 3)
        let many = WireArray(shape: [10, 100], elements: (0..<1000).map { _ in .random(in: -1...1, using: &random) })
        #expect(try read(write(many, .base64)).elements == many.elements)
        #expect(try read(write(many, .lists)).elements == many.elements)
    }

    @Test(
        arguments: [
            ("[1,[2]]", .shapeMismatch, "/x/1", "expected shape [] as before but found [1]"),
            ("[[1],2]", .shapeMismatch, "/x/1", "expected shape [1] as before but found []"),
            ("[[1,2],[3]]", .shapeMismatch, "/x/1", "expected shape [2] as before but found [1]"),
            ("[[[1]],[[2],[3]]]", .shapeMismatch, "/x/1", "expected shape [1, 1] as before but found [2, 1]"),
            ("[[1],[]]", .shapeMismatch, "/x/1", "expected shape [1] as before but found [0]"),
            (#"[[1],["NaN",[2]]]"#, .shapeMismatch, "/x/1/1", "expected shape [] as before but found [1]"),
            ("[1,null]", .invalidRequest, "/x/1", "but found null"),
            ("[[1],[true]]", .invalidRequest, "/x/1/0", "but found true"),
            ("[{}]", .invalidRequest, "/x/0", "but found an object"),
            (
                "null", .invalidRequest, "/x",
                "Expected a number, nested lists of numbers or an encoded array but found null."
            ),
            (#""inf""#, .invalidRequest, "/x", "The string 'inf' is no number"),
            (#"[1,"two"]"#, .invalidRequest, "/x/1", "The string 'two' is no number"),
            ("{}", .missingField, "/x", "The field 'shape' is missing"),
            (#"{"shap":[1]}"#, .unknownField, "/x/shap", "did you mean 'shape'?"),
        ] as [(String, ProblemCode, String, String)])
    func `refuses what is no array, and says where`(
        text: String, code: ProblemCode, pointer: String, detail: String
    ) throws {
        let problem = try #require(refusal(text))
        #expect(problem.code == code)
        #expect(problem.pointer == pointer)
        #expect(problem.detail.contains(detail))
    }

    @Test(
        arguments: [
            ("[2]", "float64", #""AAAAAAAA+D8=""#, "base64", .shapeMismatch, "/x/data/buffer", "8 bytes"),
            ("[1]", "float64", #""AAAA""#, "base64", .shapeMismatch, "/x/data/buffer", "3 bytes"),
            ("[1]", "float64", #""AA*A""#, "base64", .invalidRequest, "/x/data/buffer", "base64"),
            (
                "[1]", "float64", "[1]", "base64", .invalidRequest, "/x/data/buffer",
                "Expected a string but found a list"
            ),
            ("[1]", "complex128", #""""#, "base64", .invalidRequest, "/x/dtype", "'complex128' is unknown"),
            ("[1]", "flaot64", #""""#, "base64", .invalidRequest, "/x/dtype", "'flaot64' is unknown"),
            ("[1]", "float64", #""""#, "hex", .invalidRequest, "/x/data/encoding", "'hex' is unknown"),
            ("[-1]", "float64", #""""#, "base64", .invalidRequest, "/x/shape", "none of them negative"),
            ("[1.5]", "float64", #""""#, "base64", .invalidRequest, "/x/shape/0", "1.5"),
            ("3", "float64", #""""#, "base64", .invalidRequest, "/x/shape", "Expected a list but found a number"),
            ("[4611686018427387904,4]", "int8", #""""#, "base64", .invalidRequest, "/x/shape", "fits in memory"),
            (
                "[9223372036854775807]", "float64", #""AAAAAAAA+D8=""#, "base64", .shapeMismatch, "/x/data/buffer",
                "8 bytes"
            ),
            ("[1000000000,0]", "float64", #""""#, "base64", .invalidRequest, "/x/shape", "fits in memory"),
            (
                "[2]", "float64", "[1,2,3]", "json", .shapeMismatch, "/x/data/buffer",
                "shape [3] but the shape given is [2]"
            ),
            ("[2]", "int8", "{}", "json", .invalidRequest, "/x/data/buffer", "but here it is an object"),
            ("[2]", "int8", "[true,false]", "json", .invalidRequest, "/x/data/buffer", "holds numbers"),
            ("[1]", "bool", "[true,false]", "json", .shapeMismatch, "/x/data/buffer", "shape [2] but"),
            ("[1,2]", "float64", "[1,2]", "json", .shapeMismatch, "/x/data/buffer", "shape [2] but"),
            ("[2]", "float64", "[1,[2]]", "json", .shapeMismatch, "/x/data/buffer/1", "expected shape [] as before"),
        ] as [(String, String, String, String, ProblemCode, String, String)])
    func `refuses an encoded array that does not fit`(
        shape: String, dtype: String, data: String, encoding: String, code: ProblemCode, pointer: String, detail: String
    ) throws {
        let problem = try #require(refusal(encoded(shape: shape, dtype: dtype, data: data, encoding: encoding)))
        #expect(problem.code == code)
        #expect(problem.pointer == pointer)
        #expect(problem.detail.contains(detail), "\(problem.detail)")
    }

    @Test func `bounds the number of axes`() throws {
        let ones = "[" + Array(repeating: "1", count: 33).joined(separator: ",") + "]"
        let problem = try #require(refusal(encoded(shape: ones, dtype: "int8", data: #""AA==""#, encoding: "base64")))
        #expect(problem.pointer == "/x/shape")
        let nested = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
        #expect(refusal(nested)?.code == .limitExceeded)
        #expect(try read(String(nested.dropFirst().dropLast())).shape.count == 32)
    }

    @Test func `never traps, and only ever gives arrays that fit their shape`() {
        let seeds = [
            #"{"x":[[1,"NaN",-2.5e3],[4,5,6]]}"#,
            #"{"x":{"object_type":"array","shape":[2,1],"dtype":"int16","data":{"buffer":"AQIDBA==","encoding":"base64"}}}"#,
            #"{"x":{"shape":[0,2],"dtype":"bool","data":{"buffer":[[true,1],[]],"encoding":"json"}}}"#,
        ].map { Array($0.utf8) }
        let snippets = [
            "[", "]", "[]", ",", "1", "0", "-1", "9223372036854775808", "1e300", "null", "true", "{}", "[1]", #""""#,
        ].map { Array($0.utf8) }
        var random = SplitMix(state: 5)
        var read = 0
        for round in 0..<12_000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...2, using: &random))
                bytes.replaceSubrange(start..<end, with: snippets[Int.random(in: 0..<snippets.count, using: &random)])
            }
            guard let array = try? RequestReader().read([String: WireArray].self, from: bytes)["x"] else { continue }
            read += 1
            #expect(array.shape.reduce(1, *) == array.elements.count)
        }
        #expect(read > 100)
    }

    private func encoded(shape: String, dtype: String, data: String, encoding: String) -> String {
        #"{"shape":\#(shape),"dtype":"\#(dtype)","data":{"buffer":\#(data),"encoding":"\#(encoding)"}}"#
    }

    private func read(_ text: String) throws -> WireArray {
        let body = try RequestReader().read([String: WireArray].self, from: Array("{\"x\":\(text)}".utf8))
        return try #require(body["x"])
    }

    private func refusal(_ text: String) -> Problem? {
        #expect(throws: Problem.self) {
            try RequestReader().read([String: WireArray].self, from: Array("{\"x\":\(text)}".utf8))
        }
    }

    private func write(_ array: WireArray, _ format: WireArray.Format) throws -> String {
        String(decoding: try OrderedJSONEncoder(arrays: format).encode(array), as: UTF8.self)
    }
}
