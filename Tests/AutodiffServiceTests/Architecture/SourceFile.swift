import FoundationEssentials
import Testing

/// A Swift file of the project.
struct SourceFile: Sendable, CustomTestStringConvertible {
    /// From the top of the project.
    let path: String
    let text: String

    var testDescription: String { path }

    /// The files in and below a folder.
    static func all(in folder: String) throws -> [SourceFile] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Repository.url(folder).path)
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            SourceFile(path: "\(folder)/\(name)", text: try Repository.read("\(folder)/\(name)"))
        }
    }

    /// The sources and the tests.
    static let list: [SourceFile] = ((try? all(in: "Sources")) ?? []) + ((try? all(in: "Tests")) ?? [])

    /// Those of the sources.
    static var sources: [SourceFile] { list.filter { $0.path.hasPrefix("Sources/") } }

    /// Those of a module.
    static func module(_ name: String) -> [SourceFile] { list.filter { $0.path.hasPrefix("Sources/\(name)/") } }

    /// The modules that the file imports, of submodules and of single declarations the module.
    var imports: Set<String> {
        let pattern = /(?m)^[@\w() ]*\bimport +(?:(?:struct|class|enum|protocol|func|let|var) +)?(\w+)/
        return Set(text.matches(of: pattern).map { String($0.1) })
    }

    /// How many lines it has.
    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 }

    /// Whether there is unsafe code in it, comments left aside.
    var isUnsafe: Bool {
        text.split(separator: "\n").contains { line in
            let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            return code.contains("Unsafe") || code.contains(/\bunsafe\b/)
        }
    }
}
