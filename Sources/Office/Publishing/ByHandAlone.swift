/// The port of an installation that reaches no platform: a person puts everything up.
package struct ByHandAlone: Connecting {
    package init() {}
    package func holder(of destination: Destination) async throws(DeliveryFailure) -> AccountHolder {
        throw .notConnected
    }
    package func deliver(_ parcel: Parcel, to destination: Destination) async throws(DeliveryFailure) -> Delivered {
        throw .notConnected
    }
    package func find(_ parcel: Parcel, on destination: Destination) async throws(DeliveryFailure) -> Delivered? {
        throw .notConnected
    }
    package func look(at copy: Delivered, on destination: Destination) async throws(DeliveryFailure) -> Presence {
        .unknown
    }
    package func remove(_ copy: Delivered, from destination: Destination) async throws(DeliveryFailure) {
        throw .notConnected
    }
}
