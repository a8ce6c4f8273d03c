import Autodiff
import Foundation

extension AccuracyBounds {
    /// The elementwise ops beyond the first list.
    static let further: [Op: AccuracyBounds] = [:]
}
