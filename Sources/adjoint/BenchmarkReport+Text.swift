import AutodiffService

extension BenchmarkReport {
    /// The report as a table for people.
    var text: String {
        var table = Table(["what", "time", "rate", "size"])
        table.add(["function", "", "", "\(function.nodes) nodes, \(function.computing) of them ops"])
        if let reading {
            table.add(["decode", reading.decode.time, "", "\(reading.bytes) bytes"])
            table.add(["to graph", reading.graph.time, "\(reading.megabytesPerSecond.short) MB/s in all", ""])
        }
        for (name, execution) in [
            ("value", value), ("value, gradient", gradient), ("value, gradient, Hessian product", hessianProduct),
        ] {
            guard let execution else { continue }
            table.add(["\(name): compile", execution.compile.time, "", execution.sizes])
            table.add([
                "\(name): run", execution.run.time, "\(execution.nanosecondsPerNode.short) ns per op",
                execution.allocations.map { "\($0) allocations" } ?? "",
            ])
        }
        if let batch {
            table.add([
                "gradient at \(batch.points) points", batch.seconds.time,
                "\(batch.nanosecondsPerNodeAndPoint.short) ns per op and point", batch.threadText,
            ])
        }
        if let writing {
            let rate = "\(writing.megabytesPerSecond.short) MB/s"
            table.add([
                "write the answer", writing.seconds.time, rate, "\(writing.numbers) numbers, \(writing.bytes) bytes",
            ])
        }
        return table.text
    }
}

extension BenchmarkReport.Execution {
    fileprivate var sizes: String {
        "\(ops) ops in \(runs) runs, \(slots) slots, \(bytes) bytes, \(bytesPerNode.short) per op of the function"
    }
}

extension BenchmarkReport.Batch {
    fileprivate var threadText: String { threads == 1 ? "1 thread" : "\(threads) threads" }
}

extension Double {
    /// Seconds, in the unit in which people would say them.
    fileprivate var time: String {
        if self < 1e-6 { return "\((self * 1e9).short) ns" }
        if self < 1e-3 { return "\((self * 1e6).short) us" }
        if self < 1 { return "\((self * 1e3).short) ms" }
        return "\(short) s"
    }

    /// The number in three digits, or all of a whole part that has more.
    fileprivate var short: String {
        guard isFinite, magnitude < 1e15 else { return description }
        var scale = 1.0
        while scale < 1e6, magnitude * scale < 100 { scale *= 10 }
        let rounded = (self * scale).rounded() / scale
        return scale == 1 ? String(Int(rounded)) : rounded.description
    }
}
