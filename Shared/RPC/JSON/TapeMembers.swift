extension Tape {
    /// The member names of an object, or the elements of an array: the tokens of its first level.
    func children(of index: Int) -> [Int] {
        var found: [Int] = []
        var at = index + 1
        let end = Int(tokens[index].next)
        let isObject = tokens[index].kind == .object
        while at < end {
            found.append(at)
            at = Int(tokens[isObject ? at + 1 : at].next)
        }
        return found
    }

    /// The value of the member of that name.
    ///
    /// The search starts at the member that was found last and goes round, because types ask for their members mostly
    /// in the order in which callers write them.
    func member(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { member($0, of: object) }
    }

    func member(_ name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
        let end = Int(tokens[object].next)
        let first = object + 1
        let start = first + Int(tokens[object].hint)
        var at = start
        while at < end {
            if matches(at, name) { return found(at, in: object) }
            at = Int(tokens[at + 1].next)
        }
        at = first
        while at < start {
            if matches(at, name) { return found(at, in: object) }
            at = Int(tokens[at + 1].next)
        }
        return nil
    }

    private func found(_ key: Int, in object: Int) -> Int {
        let distance = key - object - 1
        tokens[object].hint = distance <= Int(UInt16.max) ? UInt16(distance) : 0
        tokens[key].flags.insert(.read)
        return key + 1
    }

    @inline(__always)
    func matches(_ key: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let bytes = bytes(key)
        if tokens[key].flags.contains(.escaped) { return string(key).utf8.elementsEqual(name) }
        guard bytes.count == name.count else { return false }
        for offset in 0..<bytes.count where bytes[offset] != name[offset] { return false }
        return true
    }

    /// Whether a member's name is none for types whose names are free.
    func isHidden(_ key: Int) -> Bool { tokens[key].flags.contains(.hidden) }

    @inline(__always)
    func isNamed(_ key: Int, _ name: StaticString) -> Bool {
        matches(key, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// The first name that occurs for the second time in one object.
    func duplicate(in object: Int) -> String? {
        let first = object + 1
        let end = Int(tokens[object].next)
        var later = first
        var compared = 0
        while later < end {
            var earlier = first
            while earlier < later {
                if same(earlier, later) { return string(later) }
                earlier = Int(tokens[earlier + 1].next)
                compared += 1
            }
            // Comparing each with each is fastest for what people write, and a trap for what attackers write.
            if compared > 256 { return duplicateAmongMany(in: object) }
            later = Int(tokens[later + 1].next)
        }
        return nil
    }

    private func duplicateAmongMany(in object: Int) -> String? {
        var seen: Set<[UInt8]> = []
        let key = children(of: object).first { !seen.insert(Array(string($0).utf8)).inserted }
        return key.map(string)
    }

    private func same(_ one: Int, _ other: Int) -> Bool {
        if tokens[one].flags.contains(.escaped) {
            // By bytes: text that is canonically equal may still be two names.
            return string(one).utf8.elementsEqual(string(other).utf8)
        }
        return matches(other, bytes(one))
    }
}
