import IdentityAPI
import Models
import TypedSQL

extension ListMembers {
    /// What narrows the list, as conditions on the member table.
    var conditions: SQL {
        var all: [SQL] = ["id > \(after?.key ?? "")"]
        switch stage {
        case .registered: all.append("confirmed_at IS NULL")
        case .confirmed: all.append("confirmed_at IS NOT NULL AND completed_at IS NULL")
        case .completed: all.append("completed_at IS NOT NULL")
        case nil: break
        }
        if let customerType { all.append("customer_type = \(customerType)") }
        if let source { all.append("source = \(source)") }
        if let role { all.append("id IN (SELECT member FROM member_role WHERE role = \(role))") }
        return all.joined(separator: " AND ")
    }
}
