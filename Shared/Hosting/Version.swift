/// What this build calls itself.
public enum Version {
    public static let current = "0.1.0"
}
