import AutodiffService
import Testing

@Suite struct `The text of a number` {
    /// What the standard library writes, without the fraction of a whole number.
    private static func wanted(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") && text != "-0.0" ? String(text.dropLast(2)) : text
    }

    private static func fault(_ number: Double) -> String? {
        guard number.isFinite else { return nil }
        var text = JSONText()
        text.append(number: number)
        let written = String(decoding: text.bytes, as: UTF8.self)
        return written == wanted(number) ? nil : "\(written) instead of \(wanted(number))"
    }

    private static func faults(_ numbers: some Sequence<Double>) -> [String] {
        numbers.flatMap { [$0, -$0] }.compactMap(fault)
    }

    @Test func `is the standard library's for any bits`() {
        var random = SplitMix(state: 1)
        #expect(Self.faults((0..<200_000).lazy.map { _ in Double(bitPattern: random.next()) }).prefix(5) == [])
    }

    @Test func `is the standard library's for numbers that people write`() {
        let numbers = (-330...308).flatMap { exponent in (1..<100).compactMap { Double("\($0)e\(exponent)") } }
        #expect(Self.faults(numbers).prefix(5) == [])
    }

    @Test func `is the standard library's around powers of two and of ten, and for subnormals`() {
        let twos = (-1074...1023).compactMap { Double("0x1p\($0)") }
        let tens = (-323...308).compactMap { Double("1e\($0)") }
        let near = (twos + tens).flatMap { number in
            (0...8).map { Double(bitPattern: number.bitPattern &+ $0) } + [number.nextDown, number.nextDown.nextDown]
        }
        #expect(Self.faults(near).prefix(5) == [])
        #expect(Self.faults((0..<10_000).lazy.map { Double(bitPattern: $0) }).prefix(5) == [])
    }

    @Test func `is the standard library's for whole numbers, about 2^53 too`() {
        #expect(Self.faults((0..<10_000).lazy.map { Double($0) }).prefix(5) == [])
        #expect(Self.faults((-1000...1000).lazy.map { 0x1p53 + 2 * Double($0) }).prefix(5) == [])
        #expect(Self.faults((-1000...1000).lazy.map { 0x1p54 + 4 * Double($0) }).prefix(5) == [])
    }

    @Test(arguments: [0, 1, 2, 511, 512, 513, 1024, 1500]) func `is in a list what it is by itself`(count: Int) throws {
        var random = SplitMix(state: UInt64(count))
        let numbers = (0..<count).map { $0 % 7 == 0 ? Double($0 % 12) : Double(bitPattern: random.next()) }
        let texts = numbers.map { number in
            var text = JSONText()
            text.append(number: number)
            return String(decoding: text.bytes, as: UTF8.self)
        }
        let list = try OrderedJSONEncoder().encode(numbers)
        #expect(String(decoding: list, as: UTF8.self) == "[\(texts.joined(separator: ","))]")
    }

    @Test func `is a name where it is not finite`() throws {
        let list = try OrderedJSONEncoder().encode([Double.nan, .infinity, -.infinity, 1])
        #expect(String(decoding: list, as: UTF8.self) == #"["NaN","Infinity","-Infinity",1]"#)
    }
}
