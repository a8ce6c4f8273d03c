import Autodiff
import Testing

/// What the primitives declare about themselves.
@Suite struct `Metadata` {
    @Test(arguments: Op.descriptions.map(\.op)) func `is complete`(op: Op) {
        let primitive = op.description.primitive
        #expect(primitive.summary.hasSuffix("."))
        #expect(primitive.summary.first?.isLowercase == false)
        for text in [primitive.formula, primitive.derivative, primitive.domain, primitive.convention ?? "0"] {
            #expect(!text.isEmpty && !text.hasSuffix("."))
        }
    }

    @Test(arguments: Op.computing) func `has samples in the domain`(op: Op) {
        let description = op.description
        #expect(description.samples.count >= 2)
        for sample in description.samples {
            #expect(sample.count == op.arity)
            #expect(OpFunction(op).value(sample).isFinite)
        }
    }

    @Test func `gives every op names of its own`() {
        let names = Op.descriptions.flatMap { [$0.name] + $0.primitive.aliases }
        #expect(Set(names).count == names.count)
        #expect(Set(Op.names) == Set(names))
        for description in Op.descriptions {
            for name in [description.name] + description.primitive.aliases {
                #expect(Op.named(name) == description.op)
            }
        }
    }

    @Test(arguments: Op.allCases) func `names in snake case`(op: Op) {
        #expect(op.name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil)
        for alias in op.description.primitive.aliases {
            #expect(alias.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*|[^a-zA-Z0-9\s]+/) != nil, "\(alias)")
        }
    }

    @Test(arguments: Op.computing.filter { $0.arity == 2 }) func `is honest on commutativity`(op: Op) {
        let description = op.description
        let function = OpFunction(op)
        let numbers: [Double] = [
            0, -0.0, 1, -2.5, 1.7, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        let pairs = description.samples + numbers.flatMap { x in numbers.map { [x, $0] } }
        let isCommutative = pairs.allSatisfy { pair in
            let (here, there) = (function.value(pair), function.value(pair.reversed()))
            return here.bitPattern == there.bitPattern || (here.isNaN && there.isNaN)
        }
        #expect(description.isCommutative == isCommutative)
    }
}
