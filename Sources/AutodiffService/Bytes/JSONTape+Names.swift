import Autodiff

// Many strings of a tape at once.
extension JSONTape {
    /// A table of strings, each with its place in the list as its number; nothing where two are one.
    func table(of names: borrowing PlainList<Entry>) -> NameTable? {
        unsafe bytes.withUnsafeBytes { text in
            var table = NameTable(capacity: names.count)
            for place in 0..<names.count {
                guard unsafe table.number(of: names[place], in: text) == place else { return nil }
            }
            return table
        }
    }

    /// The number of a string in a table; nothing where it is not in it.
    @inline(__always)
    func number(of name: Entry, in table: NameTable) -> Int? {
        unsafe bytes.withUnsafeBytes { unsafe table.known(name, in: $0) }
    }

    /// The texts of strings.
    func texts(_ strings: borrowing PlainList<Entry>) -> TextList {
        var end: Int32 = 0
        let ends = [Int32](capacity: strings.count) { ends in
            for place in 0..<strings.count {
                let string = strings[place]
                end += Int32(string.count)
                ends.append(end)
            }
        }
        let texts = [UInt8](capacity: Int(end)) { texts in
            for number in 0..<strings.count {
                let string = strings[number]
                for place in string.start..<string.start + string.count { texts.append(bytes[place]) }
            }
        }
        return TextList(bytes: texts, ends: ends)
    }
}
