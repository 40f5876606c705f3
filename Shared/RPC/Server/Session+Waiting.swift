extension Session {
    /// A notification runs: what came after it has to wait.
    func wait(
        _ request: Request,
        _ method: ServedMethod,
        _ place: Place,
        _ arrival: Arrival,
        _ copy: MessageCopy
    ) {
        let call = call(request, arrival)
        var isDetached = false
        if case .route(let route) = method.kind { isDetached = route.isDetached }
        let serial = register(request, method, place, call, isDetached: isDetached)
        let request = reparsed(request, place, copy)
        waiting.append(
            Waiting(serial: serial, request: request, method: method, place: place, arrival: arrival, copy: copy)
        )
    }

    /// The same request, pointing into the copy. Items of a batch do so already.
    private func reparsed(_ request: Request, _ place: Place, _ copy: MessageCopy) -> Request {
        guard case .alone = place, case .single(let item) = Envelope.parse(copy.bytes, options: server.envelope) else {
            return request
        }
        switch item {
        case .call(let again), .notification(let again): return again
        default: return request
        }
    }

    /// Starts what waits, up to and with the next notification that takes time.
    func runWaiting() {
        while barrier == nil, !waiting.isEmpty {
            let next = waiting.removeFirst()
            // A call that was cancelled or answered while it waited is no longer on the list.
            guard calls[next.serial] != nil else { continue }
            run(next.request, next.method, next.place, next.arrival, serial: next.serial)
        }
    }
}
