import Glibc

/// Flags from the environment: `ADJOINT_BODY_LIMIT=1000` is `--body-limit 1000`, and `PORT=80` is `--port 80`.
///
/// They are put before the flags of the command line, of which the last one counts, so that a flag goes before its
/// variable; and a variable that is no flag is as much a mistake as a flag that is none.
enum EnvironmentFlags {
    private static let prefix = "ADJOINT_"

    /// The command line with the flags of the environment, where it is one that serves.
    static func arguments(
        _ arguments: ArraySlice<String>, environment: [String: String] = currentEnvironment()
    ) -> [String] {
        guard let command = arguments.first, command == "serve" || command == "health" else {
            return Array(arguments)
        }
        var flags: [String] = []
        if let port = environment["PORT"], !port.isEmpty { flags.append("--port=\(port)") }
        // Asking for health needs the port only.
        let environment = command == "serve" ? environment : environment.filter { $0.key == prefix + "PORT" }
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix(prefix) {
            let flag = name.dropFirst(prefix.count).lowercased().split(separator: "_").joined(separator: "-")
            flags.append("--\(flag)=\(value)")
        }
        return [command] + flags + arguments.dropFirst()
    }

    private static func currentEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var entry = unsafe environ
        while let text = unsafe entry.pointee {
            let parts = unsafe String(cString: text).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            unsafe entry += 1
        }
        return variables
    }
}
