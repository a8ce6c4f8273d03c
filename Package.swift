// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "adjoint",
    products: [
        .library(name: "Autodiff", targets: ["Autodiff"]),
        .executable(name: "adjoint", targets: ["adjoint"]),
    ],
    dependencies: [
        // Flags, environment-independent usage texts and exit codes of the command.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Log lines whose destination and level are the operator's choice.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Reads openapi.yaml in the tests, which check it, and that openapi.json says the same.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // libmicrohttpd as Debian ships it.
        .systemLibrary(
            name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        // The functions of libmicrohttpd that Swift cannot call: variadic ones and a va_list callback.
        .target(name: "CMicroHTTPDShims", dependencies: ["CMicroHTTPD"]),
        // Where the program and its libraries lie in memory, which Swift cannot ask.
        .target(name: "CProcess"),
        // An HTTP server: requests in, responses out. Knows nothing of JSON or of differentiation.
        .target(
            name: "MicroHTTP", dependencies: ["CMicroHTTPD", "CMicroHTTPDShims", "CProcess"], swiftSettings: strict),
        // Products and factorisations of matrices: OpenBLAS and LAPACKE as Debian ships them, which are faster and
        // better proven than what could be written here.
        .target(
            name: "CLinearAlgebra",
            linkerSettings: [.linkedLibrary("lapacke"), .linkedLibrary("openblas")]),
        // Special functions that the C library has not, over the headers of Boost.Math; the only C++ here.
        .target(name: "CSpecialFunctions", linkerSettings: [.linkedLibrary("stdc++")]),
        // Elementary functions over many numbers at once: its own, and those of SLEEF as Debian ships it, of the few libraries
        // that have them the one whose results are the same bits for one number as for vectors of any width.
        .target(name: "CVectorMath", linkerSettings: [.linkedLibrary("sleef")]),
        // Loops over several cores: the engine has neither Foundation nor Dispatch.
        .target(name: "CThreads"),
        // A hint to the processor that Swift has no words for.
        .target(name: "CPrefetch"),
        // The engine: graphs, ops, derivatives, programs, and the expression language.
        .target(
            name: "Autodiff",
            dependencies: ["CLinearAlgebra", "CPrefetch", "CSpecialFunctions", "CThreads", "CVectorMath"],
            swiftSettings: strict),
        // The wire contract: JSON in and out, endpoints, problems.
        .target(
            name: "AutodiffService",
            dependencies: [
                "Autodiff", "MicroHTTP",
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Resources/openapi.yaml"), .embedInCode("Resources/openapi.json")],
            swiftSettings: strict),
        // The command: flags and environment to a configuration, then run.
        .executableTarget(
            name: "adjoint",
            dependencies: [
                "Autodiff", "AutodiffService", "MicroHTTP",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        // Counts allocations, which hot loops must not make.
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .testTarget(
            name: "AutodiffTests", dependencies: ["Autodiff", "CAllocations"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(name: "MicroHTTPTests", dependencies: ["MicroHTTP"], swiftSettings: strict),
        .testTarget(
            name: "AutodiffServiceTests",
            dependencies: [
                "Autodiff", "AutodiffService", "MicroHTTP",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        // Runs the built command.
        .testTarget(name: "AdjointTests", dependencies: ["adjoint"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
