import Models

/// How long an access token is valid. Short, because the other services check it without asking (RELIABILITY 8.3).
enum AccessRules {
    static let life = Seconds.minutes(5)
}

/// One access token; its id stands in the token and is stored nowhere.
enum IssuedToken: Identified { static let idPrefix = "tok" }
