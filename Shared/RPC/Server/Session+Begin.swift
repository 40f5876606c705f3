extension Session {
    /// Decides what becomes of a request for a method that exists.
    func begin(
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ arrival: Arrival,
        copied: MessageCopy?,
        copy: () -> MessageCopy
    ) {
        if case .builtIn(let builtIn) = method.kind, builtIn.isImmediate {
            return serve(builtIn, request, method, place, arrival)
        }
        if server.isDraining {
            method.meter.failure(code: Fault.draining.code, after: 0)
            return request.id == nil ? end(place) : reply(to: request.id, place, with: .draining)
        }
        if barrier != nil || !waiting.isEmpty {
            return wait(request, method, place, arrival, copied ?? copy())
        }
        run(request, method, place, arrival, serial: nil)
    }

    /// Starts a request whose turn it is. `serial` is set where it is on the list of calls already.
    func run(_ request: Request, _ method: ServedMethod, _ place: Place, _ arrival: Arrival, serial: UInt64?) {
        let call = call(request, arrival)
        guard serial == nil || call.deadline > ContinuousClock.now else {
            return finishUnstarted(serial, request, place, method, .deadlineExceeded)
        }
        switch method.kind {
        case .builtIn(let builtIn): launch(builtIn, request, method, place, call, serial)
        case .route(let route):
            switch route.handle {
            case .inPlace(let handler): serve(handler, request, method, place, call, serial)
            case .task(let prepare): launch(prepare, route, request, method, place, call, serial)
            }
        }
    }

    func call(_ request: Request, _ arrival: Arrival) -> Call {
        var meta = request.meta
        if let headers = arrival.headers { meta.fill(from: headers) }
        let limits = server.limits
        let asked = meta.timeoutMilliseconds.map { Duration.milliseconds($0) } ?? limits.deadline
        return Call(
            method: request.method,
            meta: meta,
            peer: peer,
            connection: connection,
            received: arrival.received,
            deadline: arrival.received + min(asked, limits.longestDeadline)
        )
    }

    /// Runs a handler on the loop and replies at once.
    private func serve(
        _ handler: @Sendable (Params, Call, inout JSONWriter) throws -> Void,
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ call: Call,
        _ serial: UInt64?
    ) {
        if let serial { forget(serial) }
        let span = server.startSpan(of: call, request.id)
        var failure: Fault?
        do {
            if request.id == nil {
                var unused = JSONWriter(capacity: 256, limit: server.limits.response)
                try handler(request.params, call, &unused)
                end(place)
            } else {
                try write(request.id, place) { writer in
                    writer.write(raw: #","result":"#)
                    try handler(request.params, call, &writer)
                }
            }
        } catch {
            let fault = server.fault(for: error, call)
            failure = fault
            request.id == nil ? end(place) : reply(to: request.id, place, with: fault)
        }
        server.finished(method, call, failure, span)
    }

    /// A request that was on the list of calls and is not run after all.
    func finishUnstarted(
        _ serial: UInt64?,
        _ request: Request,
        _ place: Place,
        _ method: ServedMethod,
        _ fault: Fault
    ) {
        if let serial { forget(serial) }
        method.meter.failure(code: fault.code, after: 0)
        request.id == nil ? end(place) : reply(to: request.id, place, with: fault)
    }
}
