import Instrumentation
import Models
public import ServiceContextModule

/// Carries `traceparent` from a call into the task that answers it, and from there into the calls that it makes.
public struct TraceInstrument: Instrument {
    private let random: RandomSource

    public init(random: RandomSource = .system) { self.random = random }

    public func extract<Carrier, Extract: Extractor>(_ carrier: Carrier, into context: inout ServiceContext, using extractor: Extract)
    where Extract.Carrier == Carrier {
        let parent = extractor.extract(key: "traceparent", from: carrier).flatMap(TraceContext.init(traceparent:))
        context.trace = parent?.child(random) ?? .root(random)
    }

    public func inject<Carrier, Inject: Injector>(_ context: ServiceContext, into carrier: inout Carrier, using injector: Inject)
    where Inject.Carrier == Carrier {
        guard let trace = context.trace else { return }
        injector.inject(trace.traceparent, forKey: "traceparent", into: &carrier)
    }
}
