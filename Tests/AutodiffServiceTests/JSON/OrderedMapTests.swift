import AutodiffService
import FoundationEssentials
import Testing

@Suite struct `Ordered map` {
    @Test func `reads an object in an order that is the same in every run`() throws {
        let json = "{" + (0..<200).reversed().map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        let map = try JSONDecoder().decode(OrderedMap<Int>.self, from: Data(json.utf8))
        #expect(map.keys == (0..<200).map { "k\($0)" }.sorted())
        #expect(map.dictionary["k17"] == 17)
    }

    @Test func `keeps order through every change`() throws {
        var map: OrderedMap<Double> = ["z": 1, "a": 2]
        map.append(3, for: "m")
        #expect(map.keys == ["z", "a", "m"])
        #expect(map.values == [1, 2, 3])
        #expect(map.mapValues { $0 + 0.5 } == ["z": 1.5, "a": 2.5, "m": 3.5])
        #expect(map != ["a": 2, "z": 1, "m": 3])
        #expect(String(decoding: try OrderedJSONEncoder().encode(map), as: UTF8.self) == #"{"z":1,"a":2,"m":3}"#)
    }

    @Test func `keeps numeric keys as they are written`() throws {
        let map: OrderedMap<Int> = ["007": 1, "7": 2, "": 3, "a/b": 4]
        let bytes = try OrderedJSONEncoder().encode(map)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"007":1,"7":2,"":3,"a/b":4}"#)
        #expect(try JSONDecoder().decode(OrderedMap<Int>.self, from: Data(bytes)).dictionary == map.dictionary)
    }
}
