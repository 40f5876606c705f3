import Models

/// How long an access token is valid. Short, because the other services check it without asking (RELIABILITY 8.3).
enum AccessRules {
    static let life = Seconds.minutes(5)
}
