package orderly.chassis;

import io.micrometer.common.KeyValue;

import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Measures calls by the partner's name, which is that of its HTTP service group, and not
 * by an address that may change.
 */
class CalledPartner extends DefaultClientRequestObservationConvention {

	private final String partner;

	CalledPartner(String partner) {
		this.partner = partner;
	}

	@Override
	protected KeyValue clientName(ClientRequestObservationContext context) {
		return KeyValue.of("client.name", this.partner);
	}

}
