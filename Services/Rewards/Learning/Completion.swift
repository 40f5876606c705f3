import Hosting
import Models
import RewardsAPI
import TypedSQL

/// What completing a course brings: a signed certificate, and an event.
struct Completion {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func conclude(_ terms: CourseTerms, by member: Member.ID) throws -> Certificate.ID {
        let id = work.id(Certificate.self)
        let key = try work.service.certificateKeyFile.key()
        let expiresAt = terms.expiry(of: work.now)
        let credential = Credential(
            id: id,
            member: member,
            course: terms,
            issuer: work.service.settings.certificateIssuer,
            issuedAt: work.now,
            expiresAt: expiresAt
        )
        let status = CertificateStatus(
            certificate: id,
            course: terms.course,
            state: .valid,
            issuedAt: work.now,
            expiresAt: expiresAt,
            revokedAt: nil,
            revokedBecause: nil
        )
        let kid = CertificateKey.name(of: key)
        let half = try CertificateKeyText(wire: CertificateKey.text(of: key))
        let issued = IssuedCertificate(status: status, member: member, token: try credential.signed(with: key))
        try work.run(CertificateTable.publish(CertificateKey(kid: kid, publicKey: half, since: work.now)))
        try work.run(CertificateTable.insert(issued, signedBy: kid))
        try work.run(CourseProgressTable.conclude(terms.course, by: member, id, at: work.now))
        try work.publish(CourseCompleted(member: member, course: terms.course, certificate: id))
        return id
    }
}
