import Foundation

/// Numbers that other software found, in the folder beside this one.
enum GoldenFile {
    static func data(_ name: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appending(components: "Golden", name))
    }

    static func lines(_ name: String) throws -> [Substring] {
        String(decoding: try data(name), as: UTF8.self).split(separator: "\n")
    }
}
