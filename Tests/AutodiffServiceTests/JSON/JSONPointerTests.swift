import AutodiffService
import Testing

@Suite struct `JSON pointer` {
    struct Name: CodingKey {
        let stringValue: String
        let intValue: Int?

        init(_ stringValue: String, _ intValue: Int? = nil) {
            self.stringValue = stringValue
            self.intValue = intValue
        }
        init(stringValue: String) { self.init(stringValue) }
        init(intValue: Int) { self.init("Index \(intValue)", intValue) }
    }

    @Test(arguments: [
        ([], ""), ([Name("graph"), Name("nodes"), Name(intValue: 2)], "/graph/nodes/2"), ([Name("")], "/"),
        ([Name("a/b"), Name("m~n"), Name("~1")], "/a~1b/m~0n/~01"), ([Name("007", 7)], "/007"),
        ([Name("é \"")], "/é \""), ([Name("e\u{301}/\u{301}")], "/e\u{301}~1\u{301}"),
    ])
    func `escapes by RFC 6901`(path: [Name], expected: String) {
        #expect(JSONPointer(path).description.utf8.elementsEqual(expected.utf8))
    }
}
