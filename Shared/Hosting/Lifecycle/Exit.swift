import ArgumentParser
import Foundation
import RPC
import TypedSQL

/// What a process says when it cannot go on, and the code that it ends with (those of sysexits.h).
enum Exit {
    /// One line on standard error: what is wrong, and what to do.
    static func reporting<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as ExitCode {
            throw error
        } catch {
            let (code, sentence) = explain(error)
            FileHandle.standardError.write(Data("\(sentence)\n".utf8))
            throw ExitCode(code)
        }
    }

    static func explain(_ error: any Error) -> (code: Int32, sentence: String) {
        switch error {
        case let problem as SettingsProblem: (78, problem.sentence)
        case SQLError.newerSchema(let found, let known):
            (
                78,
                "The database is at migration \(found), this version knows \(known): start the newer version, or restore a backup."
            )
        case SQLError.changedMigration(let number):
            (
                78,
                "Migration \(number) is not the one that the database was made with: this is another build of the service."
            )
        case SQLError.unavailable(let what): (69, "The database cannot be opened: \(what)")
        case let error as SQLError: (74, "The database refused: \(error)")
        case let failure as SocketFailure: (73, "\(failure)")
        case let failure as ConnectionFailure: (69, "\(failure)")
        default: (70, "\(error)")
        }
    }
}
