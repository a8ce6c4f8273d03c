import Autodiff
import Testing

/// Texts of which a String is made only where it is asked for.
@Suite struct `Lists of texts` {
    private static let texts = ["x", "xy", "", "K", "\u{e9}", "e\u{301}", "\u{212a}", "x", "y\u{37e}", "\u{1f600}"]

    private func list(_ texts: [String]) -> TextList {
        var list = TextList()
        for text in texts { list.append(text) }
        return list
    }

    @Test(arguments: texts + ["y;", "X", "e", "k"])
    func `The first that is equal is the first of equal Strings`(_ text: String) {
        let backwards = [String](Self.texts.reversed())
        #expect(list(Self.texts).firstIndex(of: text) == Self.texts.firstIndex(of: text))
        #expect(list(backwards).firstIndex(of: text) == backwards.firstIndex(of: text))
    }

    @Test func `Texts come out as they went in`() {
        #expect(list(Self.texts).map { Array($0.utf8) } == Self.texts.map { Array($0.utf8) })
    }
}
