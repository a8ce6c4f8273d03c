import Autodiff
import AutodiffService
import MicroHTTP
import Testing

@Suite struct `UM-Bridge` {
    /// A function of two scalars and two arrays, with scalar and array outputs between each other.
    private static let mixture = """
        {"expression": "u = x*sin(y)\\nv = sum(m*m)*x\\nw = exp(0.1*m)*a[1] + y\\nz = x^2*y + a[0]", \
        "outputs": ["w", "u", "v", "z"], "shapes": {"m": [2, 2], "a": [3]}}
        """
    private static let square = #"{"expression": "p = x*y\nq = sin(x) + y^2", "outputs": ["p", "q"]}"#

    private let service: AdjointService

    init() throws {
        service = AdjointService()
        for (name, text) in [("mixture", Self.mixture), ("square", Self.square)] {
            try #require(service.put("/v1/graphs/\(name)", text).status == 201)
        }
    }

    private func ask(_ path: String, _ body: String) throws -> JSONValue {
        let response = service.post(path, body)
        try #require(response.status == 200, "\(response.text)")
        return try response.json()
    }

    private func numbers(_ path: String, _ body: String) throws -> [Double] {
        try #require(try ask(path, body)["output"]?.list).compactMap(\.number)
    }

    private func sizes(_ path: String, _ body: String) throws -> [Int] {
        let list = try ask(path, body).object?.values.first?.list
        return try #require(list).compactMap { $0.number.map { Int($0) } }
    }

    @Test func `has the scalars in one vector and each array in one of its own`() throws {
        // The inputs are x, y, m and a: in the order in which the function needs them.
        #expect(try sizes("/InputSizes", #"{"name": "mixture"}"#) == [2, 4, 3])
        #expect(try sizes("/OutputSizes", #"{"name": "mixture"}"#) == [3, 4])
        let split = #"{"name": "mixture", "config": {"split": true}}"#
        #expect(try sizes("/InputSizes", split) == [1, 1, 4, 3])
        #expect(try sizes("/OutputSizes", split) == [4, 1, 1, 1])
        let bound = #"{"name": "mixture", "config": {"x": 2, "m": [[1, 2], [3, 4]], "y": null}}"#
        #expect(try sizes("/InputSizes", bound) == [1, 3])
        let all = #"{"name": "mixture", "config": {"x": 2, "m": [[1, 2], [3, 4]], "y": 1, "a": [5, 6, 7]}}"#
        #expect(try sizes("/InputSizes", all) == [])
        #expect(
            try ask("/Evaluate", String(all.dropLast()) + #", "input": []}"#)["output"]?.list?.map { $0.list?.count }
                == [3, 4])
    }

    @Test func `gives arrays row-major, in the order of the vectors`() throws {
        let answer = try ask(
            "/Evaluate", #"{"name": "mixture", "input": [[2, 3], [1, 2, 3, 4], [5, 6, 7]]}"#)
        let vectors = try #require(answer["output"]?.list).map { $0.list?.compactMap(\.number) ?? [] }
        #expect(vectors.count == 2)
        #expect(isNear(vectors[0], [2 * sine(3), 60, 17], within: 1e-13))
        let w = [1.0, 2, 3, 4].map { 6 * exponential(0.1 * $0) + 3 }
        #expect(isNear(vectors[1], w, within: 1e-13))
    }

    @Test func `has the Hessian of the protocol's example`() throws {
        let found = try numbers(
            "/ApplyHessian",
            #"{"name": "square", "outWrt": 0, "inWrt1": 0, "inWrt2": 0, "input": [[1.0, 2.0]], "sens": [1.0, 1.0], "vec": [1.0, 0.0], "config": {}}"#
        )
        #expect(isNear(found, [-0.8414709848078965, 1.0], within: 1e-15))
    }

    /// The three derivatives agree with each other and with differences, for every pair of vectors.
    @Test(arguments: ["{}", #"{"split": true}"#, #"{"x": 0.7}"#, #"{"m": [[0.1, 0.2], [0.3, 0.4]]}"#])
    func `has derivatives that agree`(config: String) throws {
        let model = #""name": "mixture", "config": \#(config)"#
        let inputs = try sizes("/InputSizes", "{\(model)}")
        let outputs = try sizes("/OutputSizes", "{\(model)}")
        var random = SplitMix(state: 7)
        func draw(_ count: Int) -> [Double] { (0..<count).map { _ in Double.random(in: 0.2...1, using: &random) } }
        let point = inputs.map(draw)
        for (o, length) in outputs.enumerated() {
            let sens = draw(length)
            for (i, size) in inputs.enumerated() {
                let vec = draw(size)
                func moved(_ step: Double) -> [[Double]] {
                    var moved = point
                    moved[i] = zip(point[i], vec).map { $0 + step * $1 }
                    return moved
                }
                let wrt = #"\#(model), "outWrt": \#(o)"#
                let h = 1e-5
                let tangent = try numbers(
                    "/ApplyJacobian", #"{\#(wrt), "inWrt": \#(i), "input": \#(point), "vec": \#(vec)}"#)
                let gradient = try numbers(
                    "/Gradient", #"{\#(wrt), "inWrt": \#(i), "input": \#(point), "sens": \#(sens)}"#)
                #expect(tangent.count == length && gradient.count == size)
                // Sums of a few dozen products of numbers up to 10.
                #expect(abs(dot(sens, tangent) - dot(gradient, vec)) < 1e-12)
                let ends = try [h, -h].map { step in
                    try #require(
                        try ask("/Evaluate", "{\(model), \"input\": \(moved(step))}")["output"]?.list?[o].list
                    ).compactMap(\.number)
                }
                // Differences of step h are off by h^2 and by rounding over h: both are below 1e-9 here.
                #expect(isNear(tangent, zip(ends[0], ends[1]).map { ($0 - $1) / (2 * h) }, within: 1e-8))
                for (k, rows) in inputs.enumerated() {
                    let product = try numbers(
                        "/ApplyHessian",
                        #"{\#(wrt), "inWrt1": \#(k), "inWrt2": \#(i), "input": \#(point), "sens": \#(sens), "vec": \#(vec)}"#
                    )
                    let slopes = try [h, -h].map { step in
                        try numbers(
                            "/Gradient",
                            #"{\#(wrt), "inWrt": \#(k), "input": \#(moved(step)), "sens": \#(sens)}"#)
                    }
                    #expect(product.count == rows)
                    #expect(isNear(product, zip(slopes[0], slopes[1]).map { ($0 - $1) / (2 * h) }, within: 1e-8))
                }
            }
        }
    }

    @Test func `serves the graph that is registered now`() throws {
        let body = #"{"name": "square", "input": [[3, 4]], "sens": [1, 0]}"#
        #expect(try numbers("/Gradient", body) == [4, 3])
        #expect(
            service.put("/v1/graphs/square", #"{"expression": "p = x + 5*y\nq = x", "outputs": ["p", "q"]}"#).status
                == 200)
        #expect(try numbers("/Gradient", body) == [1, 5])
        #expect(service.ask("DELETE", "/v1/graphs/square").status == 204)
        #expect(service.post("/Gradient", body).status == 400)
    }

    @Test func `tells an input called split from the form`() throws {
        #expect(service.put("/v1/graphs/cut", #"{"expression": "y = split*x"}"#).status == 201)
        #expect(try sizes("/InputSizes", #"{"name": "cut", "config": {"split": true}}"#) == [1, 1])
        #expect(try sizes("/InputSizes", #"{"name": "cut", "config": {"split": 1}}"#) == [1])
    }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

private func isNear(_ a: [Double], _ b: [Double], within bound: Double) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= bound * max(1, abs($1)) }
}

private func sine(_ x: Double) -> Double { Value(x).sin().data }
private func exponential(_ x: Double) -> Double { Value(x).exp().data }
