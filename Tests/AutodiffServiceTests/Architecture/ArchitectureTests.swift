import Testing

/// What the architecture section of the README promises and no compiler checks.
@Suite struct `The architecture` {
    /// What each module may import.
    ///
    /// `Autodiff` is a library for any program: the standard library, Glibc and its own C. `MicroHTTP` knows neither
    /// JSON nor differentiation. Only the two touch C.
    private static let imports: [String: Set<String>] = [
        "Autodiff": ["Glibc", "CSpecialFunctions", "CLinearAlgebra", "CPrefetch", "CThreads", "CVectorMath"],
        "MicroHTTP": ["Glibc", "Synchronization", "CMicroHTTPD", "CMicroHTTPDShims", "CProcess"],
        "AutodiffService": [
            "Autodiff", "MicroHTTP", "FoundationEssentials", "Logging", "Synchronization", "Glibc",
        ],
        "adjoint": [
            "Autodiff", "AutodiffService", "MicroHTTP", "ArgumentParser", "Logging", "Glibc", "Synchronization",
        ],
    ]

    /// Where unsafe code may be: behind checks of its own, with an interface that is safe.
    private static let unsafe: Set<String> = [
        // What libmicrohttpd and POSIX take and give.
        "Sources/MicroHTTP/",
        // The workspace that programs run over, and the views of it that kernels get.
        "Sources/Autodiff/Passes/",
        // The calls of BLAS and LAPACK, which take matrices by address.
        "Sources/Autodiff/Ops/Arrays/MatrixProduct.swift",
        "Sources/Autodiff/Ops/LinearAlgebra/Matrix.swift",
        "Sources/Autodiff/Ops/LinearAlgebra/Matrix+Factorisations.swift",
        // Bodies byte by byte, behind a cursor that stays inside of them.
        "Sources/AutodiffService/Bytes/",
        // The files of graphs: no other interface brings a file to the disk before it takes the place of another.
        "Sources/AutodiffService/Graphs/DurableDirectory.swift",
        // The POSIX calls of the command: `write`, `environ`, `open` and `read`.
        "Sources/adjoint/CommandFailure.swift",
        "Sources/adjoint/EnvironmentFlags.swift",
        "Sources/adjoint/FunctionArguments.swift",
        // The counter of allocations, which is a function of a library that may be there.
        "Sources/adjoint/AllocationCounter.swift",
    ]

    @Test(arguments: imports.keys.sorted()) func `lets a module import what it may`(module: String) {
        let files = SourceFile.module(module)
        #expect(!files.isEmpty)
        for file in files {
            #expect(file.imports.subtracting(Self.imports[module] ?? []) == [], "\(file.path)")
        }
        // What is allowed and not used is a rule that has grown old.
        #expect(files.reduce(into: Set()) { $0.formUnion($1.imports) } == Self.imports[module])
    }

    @Test func `has no module without a rule`() {
        let modules = Set(
            SourceFile.sources.compactMap { $0.path.split(separator: "/").dropFirst().first.map(String.init) })
        #expect(modules == Set(Self.imports.keys))
    }

    @Test func `has unsafe code where it is listed only`() {
        let files = SourceFile.sources.filter(\.isUnsafe)
        for file in files {
            #expect(Self.unsafe.contains { file.path.hasPrefix($0) }, "\(file.path)")
        }
        for place in Self.unsafe { #expect(files.contains { $0.path.hasPrefix(place) }, "\(place) needs none") }
    }

    @Test(arguments: SourceFile.list) func `has no file over 400 lines`(file: SourceFile) {
        #expect(file.lineCount <= 400)
    }

    @Test(arguments: SourceFile.list.filter { $0.path.hasPrefix("Tests/") })
    func `has tests that see what ships`(file: SourceFile) {
        #expect(!file.text.contains(/(?m)^\s*@testable\s/))
        let shims: Set = [
            "CMicroHTTPD", "CMicroHTTPDShims", "CProcess", "CLinearAlgebra", "CPrefetch", "CSpecialFunctions",
            "CThreads", "CVectorMath",
        ]
        #expect(file.imports.isDisjoint(with: shims))
    }

    @Test func `is read as it is written`() {
        let text = """
            import Glibc
            package import Autodiff
            @preconcurrency internal import struct Foundation.Date
            // import Nothing and unsafe
            let important = "x"
            """
        let file = SourceFile(path: "x", text: text)
        #expect(file.imports == ["Glibc", "Autodiff", "Foundation"])
        #expect(!file.isUnsafe && file.lineCount == 4)
        #expect(SourceFile(path: "x", text: "let x = unsafe y").isUnsafe)
        #expect(SourceFile(path: "x", text: "let x: UnsafePointer<Int>").isUnsafe)
    }
}
