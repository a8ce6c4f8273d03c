import Foundation
import Testing

/// What a client knows of graphs that it registers and deletes: the version of each that was acknowledged last, and what
/// was under way when the server fell silent.
private struct Knowledge {
    /// A version, or nothing for a graph that is not there.
    var acknowledged: [String: Int] = [:]
    var underWay: (name: String, version: Int?)?
}

@Suite struct `A server that is killed` {
    private static let kills = 100
    private static let names = (0..<5).map { "graph-\($0)" }

    /// The registration of a version: of some length, so that half of it would show.
    private static func registration(_ version: Int) -> String {
        #"{"expression": "y = \#(version)*x", "description": "\#(String(repeating: "long ", count: 400))"}"#
    }

    @Test func `has every graph that it acknowledged, whole, and no other file`() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "adjoint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        var knowledge = Knowledge()
        var version = 0
        var acknowledgements = 0
        for round in 0...Self.kills {
            let command = try Command(["serve", "--host", "127.0.0.1", "--port", "0", "--graphs", directory.path])
            defer { command.signal(SIGKILL) }
            let line = try command.line(with: "Listening on http://127.0.0.1:")
            let port = try #require(line.firstMatch(of: /127\.0\.0\.1:(\d+)/).flatMap { UInt16($0.1) })
            try check(&knowledge, port, directory, "after \(round) kills")
            let connection = try #require(Connection(port: port))
            // Some tens of changes go by, and one is cut short, each time at another place.
            let end = ContinuousClock.now + .microseconds(5_000 + 2_900 * (round % 23))
            let id = command.id
            Thread.detachNewThread {
                while ContinuousClock.now < end { usleep(50) }
                kill(id, SIGKILL)
            }
            while true {
                version += 1
                let name = Self.names[version % Self.names.count]
                let deletes = version.isMultiple(of: 7) && knowledge.acknowledged[name] != nil
                knowledge.underWay = (name, deletes ? nil : version)
                let answer =
                    deletes
                    ? connection.ask("DELETE", "/v1/graphs/\(name)")
                    : connection.ask("PUT", "/v1/graphs/\(name)", Self.registration(version))
                guard let answer else { break }
                try #require([200, 201, 204].contains(answer.status), "\(answer.body.prefix(300))")
                knowledge.acknowledged[name] = deletes ? nil : version
                knowledge.underWay = nil
                acknowledgements += 1
            }
            _ = try? command.end(within: 20)
        }
        #expect(acknowledgements > Self.kills)
    }

    /// Checks what a server says that was started anew, and what the directory holds.
    private func check(_ knowledge: inout Knowledge, _ port: UInt16, _ directory: URL, _ moment: String) throws {
        let connection = try #require(Connection(port: port))
        if let underWay = knowledge.underWay, try found(underWay.name, connection) == underWay.version {
            // It had come to the disk before anybody was told.
            knowledge.acknowledged[underWay.name] = underWay.version
        }
        knowledge.underWay = nil
        for name in Self.names {
            #expect(try found(name, connection) == knowledge.acknowledged[name], "\(name) \(moment)")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
        #expect(files == knowledge.acknowledged.keys.map { "\($0).json" }.sorted(), "\(moment)")
        for (name, version) in knowledge.acknowledged {
            let text = try String(contentsOf: directory.appending(path: "\(name).json"), encoding: .utf8)
            #expect(text == Self.registration(version), "\(name) \(moment)")
        }
    }

    /// The version that the server has of a graph.
    private func found(_ name: String, _ connection: Connection) throws -> Int? {
        let answer = try #require(connection.ask("POST", "/v1/graphs/\(name)/evaluate", #"{"inputs": {"x": 1}}"#))
        if answer.status == 404 { return nil }
        let number = try #require(answer.body.firstMatch(of: /"y":(\d+)/), "\(answer.body)").1
        return Int(number)
    }

    @Test func `has its directory for itself, and is told of files that are no graphs`() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "adjoint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try Data("y = tahn(x)".utf8).write(to: directory.appending(path: "broken.adj"))
        let arguments = ["serve", "--host", "127.0.0.1", "--port", "0"]
        let command = try Command(arguments, environment: ["ADJOINT_GRAPHS": directory.path])
        defer { command.signal(SIGKILL) }
        let line = try command.line(with: "broken.adj")
        #expect(line.contains("warning") && line.contains("tanh"))
        _ = try command.line(with: "Listening on")
        let second = try Command(arguments + ["--graphs", directory.path]).end(within: 20)
        #expect(second.status == 78 && second.errors.contains("belongs to another server"))
        let nowhere = try Command(arguments + ["--graphs", "\(directory.path)/nowhere"]).end(within: 20)
        #expect(nowhere.status == 78 && nowhere.errors.contains("No such file or directory"), "\(nowhere.errors)")
    }
}
