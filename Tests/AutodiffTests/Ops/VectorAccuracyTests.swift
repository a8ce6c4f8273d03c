// Truths of more digits than those of doubles are only where the processor has longer numbers.
#if arch(x86_64)
    import Autodiff
    import Glibc
    import Testing

    /// How far the functions of CVectorMath that are not a library's are from the truth.
    @Suite struct `Accuracy of vector functions` {
        /// A function and where to try it.
        struct Subject: Sendable, CustomTestStringConvertible {
            let name: String
            let truth: @Sendable (Float80) -> Float80
            /// In units in the last place.
            let bound: Double
            let ranges: [ClosedRange<Double>]

            var testDescription: String { name }
        }

        static let subjects = [
            Subject(
                name: "exp", truth: { Glibc.exp($0) }, bound: 0.8,
                ranges: [-0.35...0.35, -2...2, -708...709.78, 709.7...709.782712893384, -745.13...(-708)]),
            Subject(
                name: "tanh", truth: { Glibc.tanh($0) }, bound: 0.85,
                ranges: [-1e-5...1e-5, -0.18...0.18, 0.173...0.174, -1...1, -20...20, 17...20]),
            Subject(
                name: "log", truth: { Glibc.log($0) }, bound: 0.8,
                ranges: [
                    0.3...3, 0.7071...0.7072, 0.999...1.001, 1.4142...1.4143, 1...1e300, 0x1p-1030...1e-300, 0...1e-307,
                ]),
            Subject(name: "sin", truth: { Glibc.sin($0) }, bound: 0.8, ranges: circular),
            Subject(name: "cos", truth: { Glibc.cos($0) }, bound: 0.8, ranges: circular),
        ]

        private static let circular = [
            -1e-5...1e-5, -0.79...0.79, -7...7, -1000...1000, -1e6...1e6, 999_990...1_000_010,
        ]

        @Test(arguments: subjects)
        func `is better than one unit in the last place`(_ subject: Subject) throws {
            var generator = SeededGenerator(seed: 1)
            let function = try #require(VectorMath.functions.firstIndex(of: subject.name))
            for range in subject.ranges {
                let numbers = (0..<20_000).map { _ in Double.random(in: range, using: &generator) }
                let results = VectorMath.run(function, by: 0, numbers)
                let worst = zip(numbers, results).map { (distance($1, subject.truth(Float80($0))), $0) }.max {
                    $0.0 < $1.0
                }
                let (error, place) = try #require(worst)
                #expect(error <= subject.bound, "\(subject.name)(\(place)) by \(error) ulp")
            }
        }

        /// Next to the zeros of sin and cos, where a reduction that is not exact has no digit left.
        @Test(arguments: subjects.filter { ["sin", "cos"].contains($0.name) })
        func `is so next to the multiples of a quarter turn`(_ subject: Subject) throws {
            let function = try #require(VectorMath.functions.firstIndex(of: subject.name))
            let numbers = (1...640_000).lazy.filter { $0 < 1000 || $0 % 97 == 0 }.flatMap { quarter in
                let near = Double(Float80(quarter) * (Float80.pi / 2))
                return [near.nextDown, near, near.nextUp]
            }
            let results = VectorMath.run(function, by: 0, Array(numbers))
            for (number, result) in zip(numbers, results) {
                let error = distance(result, subject.truth(Float80(number)))
                #expect(error <= subject.bound, "\(subject.name)(\(number)) by \(error) ulp")
            }
        }

        /// In units in the last place of the truth.
        private func distance(_ number: Double, _ truth: Float80) -> Double {
            let nearest = Double(truth)
            let unit = Float80(max(nearest.ulp, Double.leastNonzeroMagnitude))
            return Double(abs(Float80(number) - truth) / unit)
        }
    }
#endif
