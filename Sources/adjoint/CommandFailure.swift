import ArgumentParser
import Glibc

/// Exit codes of the command, as in <sysexits.h>; a usage that makes no sense exits 64 by itself.
enum CommandExit: Int32 {
    /// The function or its numbers are wrong.
    case data = 65
    /// The input cannot be read.
    case noInput = 66
    /// The server does not answer.
    case unavailable = 69
    /// The server cannot start as it is set up.
    case configuration = 78

    /// Says why on standard error, and makes the error that ends the command with this code.
    func failure(_ message: String) -> ExitCode {
        write("adjoint: \(message)\n", to: STDERR_FILENO)
        return ExitCode(rawValue)
    }
}

/// Writes a text to a file descriptor, whole.
func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
    }
}
