import AutodiffService
import FoundationEssentials
import Testing

@Suite struct `Wire number` {
    @Test(arguments: [
        ("1", 1.0), ("-0.0", -0.0), ("1e300", 1e300), ("12345678901234567890", 12_345_678_901_234_567_168),
        (#""NaN""#, .nan), (#""Infinity""#, .infinity), (#""-Infinity""#, -.infinity),
    ])
    func `reads a number or the name of one`(text: String, expected: Double) throws {
        let value = try RequestReader().read(WireNumber.self, from: Array(text.utf8)).value
        #expect(value.bitPattern == expected.bitPattern || (value.isNaN && expected.isNaN))
    }

    @Test(arguments: [
        (#""nan""#, "The string 'nan' is no number; the strings \"NaN\", \"Infinity\" and \"-Infinity\" are."),
        (#""1""#, "The string '1' is no number; the strings \"NaN\", \"Infinity\" and \"-Infinity\" are."),
        ("true", "Expected a number, \"NaN\", \"Infinity\" or \"-Infinity\" but found true."),
        ("null", "Expected a number, \"NaN\", \"Infinity\" or \"-Infinity\" but found null."),
        ("[1]", "Expected a number, \"NaN\", \"Infinity\" or \"-Infinity\" but found a list."),
        ("{}", "Expected a number, \"NaN\", \"Infinity\" or \"-Infinity\" but found an object."),
    ])
    func `refuses everything else`(text: String, detail: String) {
        let problem = #expect(throws: Problem.self) {
            try RequestReader().read([String: [WireNumber]].self, from: Array("{\"a\":[0,\(text)]}".utf8))
        }
        #expect(problem == Problem(.invalidRequest, detail, pointer: "/a/1"))
    }
}
