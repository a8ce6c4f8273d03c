import Glibc
import Synchronization

/// A directory whose files are replaced as a whole or not at all, even where the machine stops in the midst of it.
///
/// A file is written under a temporary name, brought to the disk, and given its own name, which takes the place of the old
/// one in a single step; when a call returns, the directory is on the disk, too.
package final class DurableDirectory: Sendable {
    /// What the system refused.
    package struct Failure: Error {
        let call: String
        let code: Int32

        /// The failure of the call that was just made.
        init(_ call: String) {
            self.call = call
            code = errno
        }

        package var reason: String { unsafe "\(call): \(String(cString: strerror(code)))" }
        /// Whether nothing can be written here at all, as opposed to not now.
        var isReadOnly: Bool { [EROFS, EACCES, EPERM].contains(code) }
        package var isMissing: Bool { code == ENOENT }
        package var isLocked: Bool { code == EWOULDBLOCK }
    }

    let path: String
    /// Whether files can only be read.
    let isReadOnly: Bool
    private let descriptor: Int32
    private let temporaryCount = Atomic(0)

    private static let temporaryPrefix = ".adjoint-"
    private static let temporarySuffix = ".tmp"

    /// Opens a directory; where it can be written to, for this process alone, and without what an earlier one left half
    /// written.
    ///
    /// It may be opened only for reading even where it could be written to.
    init(_ path: String, isReadOnly: Bool = false) throws(Failure) {
        self.path = path
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw Failure("open") }
        self.isReadOnly = unsafe isReadOnly || faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0
        if self.isReadOnly { return }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 { throw Failure("lock") }
        for name in try names() where name.hasPrefix(Self.temporaryPrefix) && name.hasSuffix(Self.temporarySuffix) {
            try remove(name)
        }
    }

    deinit { close(descriptor) }

    /// The names of everything in it, sorted.
    func names() throws(Failure) -> [String] {
        // The descriptor that is read to its end is one of its own.
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = unsafe fdopendir(copy) else { throw Failure("open") }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The bytes of a file; nothing where what has the name is no file.
    func read(_ name: String) throws(Failure) -> [UInt8]? {
        // A pipe without a writer would not open otherwise.
        let file = unsafe openat(descriptor, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if file < 0 { throw Failure("open") }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw Failure("stat") }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe Glibc.read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Failure("read") }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Puts a file in its place; when this returns, it is on the disk.
    func write(_ bytes: [UInt8], to name: String) throws(Failure) {
        let number = temporaryCount.add(1, ordering: .relaxed).newValue
        let temporary = "\(Self.temporaryPrefix)\(getpid())-\(number)\(Self.temporarySuffix)"
        do throws(Failure) {
            try create(temporary, bytes)
            guard unsafe renameat(descriptor, temporary, descriptor, name) == 0 else { throw Failure("rename") }
        } catch {
            unsafe unlinkat(descriptor, temporary, 0)
            throw error
        }
        try sync()
    }

    /// Removes a file; when this returns, it is gone from the disk.
    func remove(_ name: String) throws(Failure) {
        guard unsafe unlinkat(descriptor, name, 0) == 0 else { throw Failure("unlink") }
        try sync()
    }

    private func create(_ name: String, _ bytes: [UInt8]) throws(Failure) {
        let file = unsafe openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if file < 0 { throw Failure("open") }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Failure("write") }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw Failure("fsync") }
    }

    private func sync() throws(Failure) {
        guard fsync(descriptor) == 0 else { throw Failure("fsync") }
    }
}
