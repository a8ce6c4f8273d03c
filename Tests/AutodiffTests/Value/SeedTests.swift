import Autodiff
import Testing

/// The example that the project grew from.
@Suite struct `The seed's example` {
    let a = Value(0.4)
    let b = Value(0.8)
    let c = Value(1.0)
    let f = Value(-1.5)
    let e: Value
    let d: Value
    let l: Value
    let o: Value

    init() {
        e = a * b
        d = c + e
        l = d * f
        o = l.tanh()
        o.backward()
    }

    private var gradients: [Double] { [a, b, c, f, e, d, l, o].map(\.gradient) }

    @Test func `has the true derivatives to 3 ulp`() {
        // mpmath, 40 digits, at the exact decimal value of the doubles; l rounds before tanh' magnifies that.
        let truth = [
            -0.088111566910474723688, -0.044055783455237361844, -0.1101394586380933985, 0.096922723601522193285,
            -0.1101394586380933985, -0.1101394586380933985, 0.073426305758728932331, 1,
        ]
        #expect(o.data.isClose(to: -0.96258698009129079829, ulps: 1))
        for (gradient, truth) in zip(gradients, truth) {
            #expect(gradient.isClose(to: truth, ulps: 3), "\(gradient) for \(truth)")
        }
    }

    /// PyTorch takes `1 - tanh²` from 1 and so loses 7 ulp here: the bound is 2 ulp of that 1.
    @Test func `agrees with PyTorch`() {
        let torch = [
            -0.08811156691047461, -0.04405578345523731, -0.11013945863809327, 0.09692272360152207,
            -0.11013945863809327, -0.11013945863809327, 0.07342630575872884, 1,
        ]
        #expect(o.data.isClose(to: -0.9625869800912908, ulps: 2))
        for (gradient, torch) in zip(gradients, torch) {
            #expect(abs(gradient - torch) <= 2 * 1.0.ulp, "\(gradient) for \(torch)")
        }
    }

    @Test func `knows its op and operands`() {
        #expect(o.op == .tanh)
        #expect(o.operands.map(\.data) == [l.data])
        #expect(l.operands.map(\.data) == [1.32, -1.5])
        #expect(a.op == .input)
    }
}
