extension JSONSyntax {
    /// An array or object whose end has not been read yet.
    struct OpenContainer {
        let isObject: Bool
        /// In an array: which element is being read.
        var index = 0
        /// In an object: whose value is being read.
        var key: Key?
        /// Where this object's keys begin in the scanner's list.
        let firstKey: Int
        /// All keys of an object that has many.
        var manyKeys: Set<String>?
    }

    /// Enters an object, up to its first value; returns whether it is empty and therefore complete.
    mutating func openObject() throws(JSONSyntaxError) -> Bool {
        try enter(isObject: true)
        if current == UInt8(ascii: "}") {
            closeContainer()
            return true
        }
        try scanKey(expecting: "a key in double quotes or '}'")
        return false
    }

    /// Enters an array, up to its first value; returns whether it is empty and therefore complete.
    mutating func openArray() throws(JSONSyntaxError) -> Bool {
        try enter(isObject: false)
        guard current == UInt8(ascii: "]") else { return false }
        closeContainer()
        return true
    }

    private mutating func enter(isObject: Bool) throws(JSONSyntaxError) {
        guard open.count < maximumDepth else {
            throw JSONSyntaxError(
                .depth, at: position, "arrays and objects may be nested \(maximumDepth) deep and no deeper",
                pointer: pointer)
        }
        position += 1
        open.append(OpenContainer(isObject: isObject, firstKey: keys.count))
        skipWhitespace()
    }

    mutating func closeContainer() {
        position += 1
        guard let closed = open.popLast(), closed.isObject else { return }
        keys.removeLast(keys.count - closed.firstKey)
    }

    /// The JSON Pointer of the value at `position`.
    var pointer: String {
        var pointer = JSONPointer()
        for container in open {
            if !container.isObject {
                pointer.append(index: container.index)
            } else if let key = container.key {
                pointer.append(text(of: key))
            }
        }
        return pointer.description
    }
}
