import Foundation
import Testing

/// The built executable, run as a process of its own.
struct Command {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The executable beside the test bundle.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "adjoint")

    private let process = Process()
    private let output: Capture
    private let errors: Capture

    /// Starts it, with no environment but what is given.
    init(_ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws {
        output = try Capture()
        errors = try Capture()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output.handle
        process.standardError = errors.handle
        let stdin = Pipe()
        process.standardInput = stdin
        try process.run()
        if let input { stdin.fileHandleForWriting.write(Data(input.utf8)) }
        try stdin.fileHandleForWriting.close()
    }

    /// Runs it to its end.
    static func run(
        _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        try Command(arguments, input: input, environment: environment).end()
    }

    /// Its process.
    var id: pid_t { process.processIdentifier }

    /// Sends it a signal.
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end; ends it itself where that takes too long.
    func end(within seconds: Double = 60) throws -> Result {
        let limit = ContinuousClock.now + .seconds(seconds)
        while process.isRunning, ContinuousClock.now < limit { usleep(2000) }
        let isLate = process.isRunning
        if isLate { signal(SIGKILL) }
        process.waitUntilExit()
        try #require(!isLate, "It did not end within \(seconds) seconds.")
        return Result(status: process.terminationStatus, output: output.text, errors: errors.text)
    }

    /// Waits for a line on standard error that holds a text.
    func line(with text: String) throws -> String {
        let limit = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < limit {
            // The last line may be half written.
            let lines = errors.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            if let line = lines.first(where: { $0.contains(text) }) { return String(line) }
            try #require(process.isRunning, "It ended: \(errors.text)")
            usleep(2000)
        }
        throw Late(text: text)
    }

    struct Late: Error {
        let text: String
    }
}

/// A file that a process writes to; unlike a pipe it never fills up.
final class Capture {
    private let file: TemporaryFile
    let handle: FileHandle

    init() throws {
        file = try TemporaryFile("")
        handle = try FileHandle(forWritingTo: file.url)
    }

    var text: String { (try? String(contentsOf: file.url, encoding: .utf8)) ?? "" }
}

/// A file that is gone when nobody needs it.
final class TemporaryFile {
    let url: URL

    init(_ text: String) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "adjoint-\(UUID().uuidString)")
        try Data(text.utf8).write(to: url)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
