/// How a Swift type is called in the document.
public enum SchemaName {
    /// `Page<Models.MemberView>` becomes `PageOfMemberView`; the enclosing type's name stays in front (`Campaign.Phase`
    /// becomes `CampaignPhase`), the module's goes.
    public static func of(_ type: Any.Type) -> String {
        var name = ""
        for piece in String(reflecting: type).split(separator: "<", omittingEmptySubsequences: true) {
            name += (name.isEmpty ? "" : "Of") + piece.split(separator: ",").map(plain).joined(separator: "And")
        }
        return name
    }

    private static func plain(_ qualified: Substring) -> String {
        let parts = qualified.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return parts.count > 1 ? parts.dropFirst().joined() : parts.joined()
    }
}
