public import Models

/// Who may submit and vote: members of one of these customer types or with one of these roles. With neither list it is
/// every member.
public struct Audience: Codable, Sendable, Hashable {
    public var customerTypes: [CustomerType]?
    public var roles: [Role]?

    public init(customerTypes: [CustomerType]? = nil, roles: [Role]? = nil) {
        self.customerTypes = customerTypes
        self.roles = roles
    }

    public static let everyone = Audience()
}
