public import Hosting
public import IdentityAPI
public import Models

extension CompleteProfile: Handled {
    public func respond(to member: ActingMember, in context: Context<IdentityService>) async throws -> ProfileState {
        try await context.write { work in
            guard let row = try work.first(MemberTable.find(member.id)) else { throw Refusal.memberUnknown }
            guard row.confirmedAt != nil else { throw Refusal.notConfirmed }
            let before = Profile(row, interests: try work.all(InterestTable.of([row.id])).map(\.tag))
            let after = try before.changed(by: self, at: work.now)
            try Self.store(after, of: row.id, in: work)
            if before.completedAt == nil, after.completedAt != nil, let type = after.customerType {
                try work.publish(ProfileCompleted(member: row.id, customerType: type, inviter: row.inviter))
            }
            return ProfileState(missing: after.missing, completedAt: after.completedAt)
        }
    }

    private static func store(_ profile: Profile, of member: Member.ID, in work: Work<IdentityService>) throws {
        try work.run(MemberTable.setProfile(profile, of: member))
        try work.run(InterestTable.clear(member))
        try work.run(
            each: profile.interests.enumerated().map { InterestTable.insert($1, of: member, place: $0) }
        )
    }
}

extension Profile {
    init(_ row: MemberRow, interests: [Tag]) {
        self.init(
            name: row.name,
            language: row.language,
            customerType: row.customerType,
            affiliation: row.affiliation,
            interests: interests,
            contactBy: row.contactBy.words,
            completedAt: row.completedAt
        )
    }
}
