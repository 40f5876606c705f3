/// How a Swift type is called in the document.
public enum SchemaName {
    /// `Page<Models.MemberView>` becomes `PageOfMemberView`; the enclosing type's name stays in front (`Campaign.Phase`
    /// becomes `CampaignPhase`), the module's goes.
    public static func of(_ type: Any.Type) -> String {
        var name = ""
        for piece in written(type).split(separator: "<", omittingEmptySubsequences: true) {
            name += (name.isEmpty ? "" : "Of") + piece.split(separator: ",").map(plain).joined(separator: "And")
        }
        return name
    }

    /// Without the mark that Swift puts into the names of private types, which differs from build to build.
    private static func written(_ type: Any.Type) -> String {
        var name = String(reflecting: type)
        while let start = name.firstRange(of: "(unknown context at "),
            let end = name[start.lowerBound...].firstIndex(of: ")")
        {
            name.removeSubrange(start.lowerBound..<min(name.index(end, offsetBy: 2), name.endIndex))
        }
        return name
    }

    private static func plain(_ qualified: Substring) -> String {
        let parts = qualified.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return parts.count > 1 ? parts.dropFirst().joined() : parts.joined()
    }
}
