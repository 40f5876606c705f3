internal import NIOCore

extension Session {
    typealias Operation = @Sendable () async throws -> [UInt8]

    /// Decodes on the loop and runs the rest as a task, if the process has room for one more.
    func launch(
        _ prepare: @Sendable (Params, Call) throws -> Operation,
        _ route: Route,
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ call: Call,
        _ serial: UInt64?
    ) {
        guard server.gate.enter() else {
            return finishUnstarted(
                serial,
                request,
                place,
                method,
                .busy(retryAfter: ServerState.retryAfterMilliseconds)
            )
        }
        let operation: Operation
        do { operation = try prepare(request.params, call) } catch {
            server.gate.leave()
            return finishUnstarted(serial, request, place, method, server.fault(for: error, call))
        }
        let serial = serial ?? register(request, method, place, call, isDetached: route.isDetached)
        start(operation, serial, request, call, isCounted: true)
    }

    /// Puts a call on the list before its task starts, so that a cancellation in the same read finds it.
    func register(
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ call: Call,
        isDetached: Bool
    ) -> UInt64 {
        nextSerial += 1
        unanswered += 1
        calls[nextSerial] = CallUnderWay(
            id: request.id,
            method: method,
            place: place,
            call: call,
            isDetached: isDetached || request.id == nil
        )
        watch(call.deadline)
        return nextSerial
    }

    /// - Parameter isCounted: whether the call took a place at the gate, which it gives back at its end.
    func start(_ operation: @escaping Operation, _ serial: UInt64, _ request: Request, _ call: Call, isCounted: Bool) {
        let (server, eventLoop, id) = (server, eventLoop, request.id)
        let session = NIOLoopBound(self, eventLoop: eventLoop)
        if request.id == nil { barrier = serial }
        calls[serial]?.task = Task {
            let outcome = await server.outcome(of: operation, call, id)
            eventLoop.execute {
                if isCounted { server.gate.leave() }
                session.value.complete(serial, outcome)
            }
        }
    }

    /// A task has come to its end.
    func complete(_ serial: UInt64, _ outcome: Result<[UInt8], Fault>) {
        guard let ended = calls.removeValue(forKey: serial) else { return }
        if !ended.isAnswered {
            unanswered -= 1
            answer(ended, outcome)
        }
        if barrier == serial {
            barrier = nil
            runWaiting()
        }
    }

    private func answer(_ ended: CallUnderWay, _ outcome: Result<[UInt8], Fault>) {
        var failure: Fault?
        switch outcome {
        case .failure(let fault): failure = ended.cancellation?.fault ?? fault
        case .success(let result):
            guard ended.id != nil else { break }
            do { try reply(to: ended.id, ended.place, result: result) } catch {
                failure = server.fault(for: error, ended.call)
            }
        }
        server.finished(ended.method, ended.call, failure, nil)
        guard ended.id != nil else { return end(ended.place) }
        if let failure { reply(to: ended.id, ended.place, with: failure) }
    }

    /// Takes a call off the list because it is answered in another way.
    func forget(_ serial: UInt64) {
        guard let forgotten = calls.removeValue(forKey: serial), !forgotten.isAnswered else { return }
        unanswered -= 1
    }
}
