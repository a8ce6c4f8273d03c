package import Autodiff
import Synchronization

/// What was compiled of registered graphs, within a budget of memory, for every request that asks the same of the same one.
///
/// Nothing is compiled twice at once: whoever asks for what is being compiled waits for it. What is kept belongs to a
/// registered graph and not to its name, so that a graph that is replaced takes nothing of the old one over.
package final class CompiledFunctions: Sendable {
    /// A compilation that is going on, or has just ended: whoever holds the lock compiles, and the others wait for it.
    private final class Flight: Sendable {
        let result = Mutex<(any CompiledFunctionBox)?>(nil)
    }

    private let cache: ProgramCache<any CompiledFunctionBox>
    private let flights = Mutex<[ProgramKey: Flight]>([:])

    /// Makes an empty cache.
    ///
    /// - Parameter capacity: The bytes that the programs may take together.
    package init(capacity: Int) { cache = ProgramCache(capacity: capacity, shardCount: 4) }

    /// What answers a question, compiled here if it is not there yet.
    ///
    /// - Parameters:
    ///   - question: What decides what is compiled.
    ///   - compile: Compiles it. Where it fails, nothing is kept.
    /// - Returns: The one that was compiled for this question, be it by another thread.
    /// - Throws: What `compile` throws.
    package func function<Compiled: Sendable, Failure: Error>(
        for question: ProgramQuestion, compile: () throws(Failure) -> CompiledFunction<Compiled>
    ) throws(Failure) -> CompiledFunction<Compiled> {
        let key = ProgramKey(question.bytes)
        if let found = cache.value(for: key) as? CompiledFunction<Compiled> { return found }
        let flight = flights.withLock { flights in
            if let flight = flights[key] { return flight }
            let flight = Flight()
            flights[key] = flight
            return flight
        }
        return try flight.result.withLock { result throws(Failure) in
            if let found = result as? CompiledFunction<Compiled> { return found }
            defer { flights.withLock { if $0[key] === flight { $0[key] = nil } } }
            // One may have come and gone between the two looks.
            if let found = cache.value(for: key) as? CompiledFunction<Compiled> { return found }
            let compiled = try compile()
            cache.insert(compiled, for: key, byteCount: compiled.graph.compiledByteCount)
            result = compiled
            return compiled
        }
    }

    /// How much memory the programs take.
    package var byteCount: Int { cache.byteCount }
    /// How many there are.
    package var count: Int { cache.count }
}

/// A function of a registered graph, compiled.
package final class CompiledFunction<Compiled: Sendable>: CompiledFunctionBox {
    /// The function, with the outputs that were asked for.
    package let graph: Graph
    /// What runs.
    package let compiled: Compiled

    package init(_ graph: Graph, _ compiled: Compiled) {
        self.graph = graph
        self.compiled = compiled
    }
}

/// A compiled function, whatever it computes.
private protocol CompiledFunctionBox: AnyObject, Sendable {}

extension Graph {
    /// What a graph and a derivative program of it take, roughly: a node becomes a few of up to a hundred bytes, an element
    /// of an array a few doubles and places.
    fileprivate var compiledByteCount: Int { 4096 + 512 * count + 64 * min(elementCount, 1 << 40) }
}
