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

    /// The true derivatives at the numbers that the nodes hold, of which `l` is a rounded one: what a rule can be held to.
    @Test func `has the derivatives of its own numbers to 2 ulp`() {
        // mpmath, 80 digits, correctly rounded.
        let rounded = [
            -0.08811156691047474, -0.04405578345523737, -0.11013945863809341, 0.09692272360152221,
            -0.11013945863809341, -0.11013945863809341, 0.07342630575872894, 1,
        ]
        for (gradient, rounded) in zip(gradients, rounded) {
            #expect(gradient.isClose(to: rounded, ulps: 2), "\(gradient) for \(rounded)")
        }
    }

    /// What `PyTorch` prints for the example.
    private static let torch = [
        -0.08811156691047461, -0.04405578345523731, -0.11013945863809327, 0.09692272360152207,
        -0.11013945863809327, -0.11013945863809327, 0.07342630575872884, 1,
    ]

    /// How much a change of `l` by 1 through `tanh'` changes each gradient: `tanh'` is a factor of all but the last.
    private var shares: [Double] { [f.data * b.data, f.data * a.data, f.data, d.data, f.data, f.data, 1, 0] }

    /// PyTorch takes `tanh'` for `1 - o²`, where cancellation leaves it 8 to 12 ulp from the true derivatives.
    ///
    /// The bound is what the rounding of `o`, half an ulp below 1 (2^-54), comes to in that difference, and 2 ulp for
    /// all other roundings.
    @Test func `agrees with PyTorch as far as its cancellation lets it`() {
        #expect(o.data.isClose(to: -0.9625869800912908, ulps: 2))
        let cancellation = 2 * o.data.magnitude * 0x1p-54
        for ((gradient, torch), share) in zip(zip(gradients, Self.torch), shares) {
            let bound = cancellation * share.magnitude + 2 * gradient.ulp
            #expect(abs(gradient - torch) <= bound, "\(gradient) for \(torch)")
        }
    }

    /// The whole difference is that subtraction, which PyTorch rounds once: with it the numbers are PyTorch's to 2 ulp.
    @Test func `differs from PyTorch by its formula only`() {
        let slope = 1.0.addingProduct(-o.data, o.data)
        for (share, torch) in zip(shares.dropLast(), Self.torch) {
            #expect((slope * share).isClose(to: torch, ulps: 2), "\(slope * share) for \(torch)")
        }
    }

    @Test func `knows its op and operands`() {
        #expect(o.op == .tanh)
        #expect(o.operands.map(\.data) == [l.data])
        #expect(l.operands.map(\.data) == [1.32, -1.5])
        #expect(a.op == .input)
    }
}
