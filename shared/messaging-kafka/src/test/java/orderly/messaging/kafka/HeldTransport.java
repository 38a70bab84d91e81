package orderly.messaging.kafka;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import orderly.messaging.transport.Transport;

import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Stands before an instance's transport and holds whoever sends one of its messages until
 * it is released: as if the process were paused there.
 */
class HeldTransport implements BeanPostProcessor {

	private final CountDownLatch end = new CountDownLatch(1);

	private final AtomicInteger sent = new AtomicInteger();

	private final int which;

	/**
	 * Holds one message.
	 * @param which the number of the message, from 1; at 0 none is held
	 */
	HeldTransport(int which) {
		this.which = which;
	}

	boolean isHeld() {
		return this.sent.get() == this.which;
	}

	void release() {
		this.end.countDown();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof Transport) ? guarded(bean) : bean;
	}

	private Object guarded(Object transport) {
		ProxyFactory factory = new ProxyFactory(transport);
		factory.addAdvice((MethodBeforeAdvice) (method, _, _) -> {
			if (method.getName().equals("send") && this.sent.incrementAndGet() == this.which) {
				this.end.await();
			}
		});
		return factory.getProxy();
	}

}
