import Autodiff
import Testing

@Suite struct `Gradients of functions` {
    @Test func `can be taken of gradients`() {
        var function: (Value) -> Value = { $0 ** 5 }
        let truth = [32.0, 80, 160, 240, 240, 120, 0]
        for (order, truth) in truth.enumerated() {
            #expect(function(Value(2)).data == truth, "order \(order)")
            function = gradient(of: function)
        }
    }

    /// The third derivative of sin(x) x is -cos(x) x - 3 sin(x).
    @Test func `are those of calculus`() {
        let third = gradient(of: gradient(of: gradient { (x: Value) in x.sin() * x }))
        let truth = -0.5 * Value(0.5).cos().data - 3 * Value(0.5).sin().data
        #expect(third(Value(0.5)).data.isClose(to: truth, ulps: 4))
    }

    @Test func `hold fixed what the function does not take`() {
        let x = Value(3)
        #expect(gradient { (y: Value) in x * y }(x).data == 3)
        // d/dx (x d(x y)/dy) = d/dx (x x): an inner derivative must not see the outer variable as its own.
        let outer = gradient { (x: Value) in x * gradient { (y: Value) in x * y }(Value(1)) }
        #expect(outer(Value(3)).data == 6)
        #expect(gradient { (x: Value) in x * gradient { (y: Value) in x + y }(x) }(Value(3)).data == 1)
        #expect(gradient { (_: Value) in Value(3) }(x).data == 0)
        #expect(gradient { (_: Value) in x.exp() }(x).data == 0)
        #expect(gradient { (y: Value) in y }(x).data == 1)
    }

    @Test func `know their own gradients`() {
        let x = Value(2)
        let slope = gradient { (x: Value) in x * x * x }(x)
        slope.backward()
        #expect(slope.data == 12 && x.gradient == 12)
    }

    @Test func `are of several arguments, and of arrays`() {
        let gradients = gradient { (x: [Value]) in x[0] * x[1] + x[1] }([Value(2), Value(5)])
        #expect(gradients.map(\.data) == [5, 3])
        let cubes = gradient(of: gradient { (x: Value) in x * x * x })(Value(array: Tensor([1, 2])))
        #expect(cubes.tensor == Tensor([6, 12]))
    }
}
