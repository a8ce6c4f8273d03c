/// A place inside a JSON text, as in RFC 6901: `/graph/nodes/2/args/0`.
package struct JSONPointer: CustomStringConvertible, Equatable, Sendable {
    package private(set) var description = ""

    /// The whole text.
    package init() {}

    /// The place that a decoder's coding path names.
    package init(_ path: [any CodingKey]) {
        for key in path { append(key) }
    }

    /// Goes into an object, by key.
    package mutating func append(_ key: String) {
        description += "/"
        // "~" first in meaning: it is the escape character of pointers.
        for character in key.unicodeScalars {
            switch character {
            case "~": description += "~0"
            case "/": description += "~1"
            default: description.unicodeScalars.append(character)
            }
        }
    }

    /// Goes into an array, by position from 0.
    package mutating func append(index: Int) { description += "/\(index)" }

    /// Goes one step along a coding path.
    ///
    /// Foundation names an array's elements "Index 3"; an `intValue` alone tells nothing, as the key "007" has one too.
    private mutating func append(_ key: any CodingKey) {
        if let index = key.intValue, key.stringValue == "Index \(index)" {
            append(index: index)
        } else {
            append(key.stringValue)
        }
    }
}
