/// A compiled function whose numbers at a point are those of one run of one program.
package protocol PointFunction: Sendable {
    associatedtype Result

    /// What runs.
    var program: Program { get }

    /// The numbers that a run takes, those of all inputs one after the other.
    ///
    /// - Throws: What is wrong with the bindings.
    func inputs(_ bindings: [String: Tensor]) throws(PlanError) -> [Double]

    /// What the numbers of a run mean, where all of them are finite; as many as the program gives.
    func result(of numbers: [Double]) -> Result
}
