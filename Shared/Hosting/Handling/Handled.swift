public import Contract

/// A method together with what this service does when it is called. The conformance stands beside the contract, in the
/// service's `Methods` folder.
public protocol Handled: Method where Caller: Admissible {
    associatedtype Service: HostedService where Service.Interface == Interface

    /// - Parameters:
    ///   - caller: the proof of who calls; admission has already decided that he, she or it may.
    ///   - context: the moment, the database and the service's settings.
    /// - Throws: the method's `Refusal` for an expected no; anything else is a fault.
    func respond(to caller: Caller, in context: Context<Service>) async throws -> Reply
}
