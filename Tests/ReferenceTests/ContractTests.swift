import Contract
import RPC
import Testing

/// Promises that no single service can keep alone.
@Suite struct ContractTests {
    /// A reason without a number would be a fault of ours; a number that nobody uses would be a promise without a sense.
    @Test(arguments: Subject.all) func everyReasonIsUsedAndNumbered(subject: Subject) throws {
        let used = Set(try subject.methods().flatMap { $0.refusals.map(\.reason) })
        let listed = subject.refusals.entries.map(\.reason)
        #expect(Set(listed).subtracting(used) == [], "in the table of \(subject.name) and in no method")
        #expect(used.subtracting(listed) == [], "in a method of \(subject.name) and not in its table")
        #expect(Set(listed).count == listed.count, "twice in the table of \(subject.name)")
    }

    @Test(arguments: Subject.all) func reasonsAreSentences(subject: Subject) {
        for entry in subject.refusals.entries {
            #expect(entry.sentence.hasSuffix(".") && entry.sentence.first?.isUppercase == true, "\(entry.reason)")
        }
    }

    @Test func eachServiceHasABlockOfNumbers() {
        let blocks = Subject.all.map { subject in Set(subject.refusals.entries.map { $0.code / 1000 }) }
        #expect(blocks.allSatisfy { $0.count == 1 })
        #expect(Set(blocks).count == Subject.all.count)
        #expect(Subject.all.flatMap(\.refusals.entries).allSatisfy { $0.code >= 1000 })
    }

    @Test(arguments: Subject.all) func methodsAreNamedAfterTheirService(subject: Subject) throws {
        let names = try subject.methods().map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.hasPrefix(subject.name + ".") })
    }

    @Test(arguments: Subject.all) func methodsAreExplained(subject: Subject) throws {
        for method in try subject.methods() {
            #expect(method.summary.hasSuffix(".") && !method.summary.contains("\n"), "\(method.name)")
            #expect(!method.caller.kinds.isEmpty, "nobody may call \(method.name)")
            #expect(method.scope.service == subject.name, "\(method.name)")
        }
    }

    @Test(arguments: Subject.all) func eventsAreNamedAfterTheirService(subject: Subject) throws {
        let events = try subject.events()
        #expect(!events.isEmpty && Set(events.map(\.name)).count == events.count)
        for event in events {
            #expect(event.name.hasPrefix(subject.name + "."))
            #expect(event.summary.hasSuffix("."), "\(event.name)")
        }
    }

    @Test(arguments: Subject.all) func onlyEventsThatExistAreFollowed(subject: Subject) throws {
        for (source, event) in subject.followed {
            let other = try #require(Subject.all.first { $0.name == source })
            #expect(try other.events().contains { $0.name == event }, "\(subject.name) follows \(event)")
        }
    }

    @Test(arguments: Subject.all) func examplesCanBeCalled(subject: Subject) async throws {
        let unreadable = try await subject.unreadable()
        #expect(unreadable == [])
    }
}
