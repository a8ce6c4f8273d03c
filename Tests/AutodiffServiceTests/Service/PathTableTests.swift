import AutodiffService
import Testing

@Suite struct `Path tables` {
    static let texts = ["", "/", "/a", "/b", "/ab", "/ba", "/a/b", "/v1/gradient", "/v1/evaluate", "/ü"]

    @Test(arguments: texts) func `find what they were made of`(text: String) {
        let table = PathTable(Dictionary(uniqueKeysWithValues: zip(Self.texts, 0...)))
        #expect(table[text.utf8.span] == Self.texts.firstIndex(of: text))
    }

    @Test(arguments: ["a", "/c", "/A", "/aba", "/v1/gradients", "/v1/evaluatf", "/v1/vjp-of-something-long", "/u"])
    func `find nothing else`(text: String) {
        let table = PathTable(Dictionary(uniqueKeysWithValues: zip(Self.texts, 0...)))
        #expect(table[text.utf8.span] == nil)
    }

    @Test func `find nothing where there is nothing`() {
        let table = PathTable<Int>([:])
        #expect(table["".utf8.span] == nil)
        #expect(table["/a".utf8.span] == nil)
    }

    @Test func `find parts of a path`() {
        let table = PathTable(["/vjp": 1, "": 2])
        let path = "/v1/graphs/seed/vjp".utf8.span
        #expect(table[path.extracting(15...)] == 1)
        #expect(table[path.extracting(19...)] == 2)
        #expect(table[path.extracting(14...)] == nil)
    }
}
