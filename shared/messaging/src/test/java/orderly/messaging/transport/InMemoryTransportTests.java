package orderly.messaging.transport;

class InMemoryTransportTests extends TransportContract {

	private final InMemoryTransport transport = new InMemoryTransport();

	@Override
	protected Transport transport() {
		return this.transport;
	}

	@Override
	protected void create(String topic) {
		// comes into being with its first message
	}

}
