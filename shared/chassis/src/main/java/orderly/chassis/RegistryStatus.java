package orderly.chassis;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

/**
 * Tells the registry whether this instance takes requests. By itself Eureka's client
 * would call it up before its port listens.
 */
class RegistryStatus implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

	private final ApplicationInfoManager info;

	RegistryStatus(ApplicationInfoManager info) {
		this.info = info;
	}

	@Override
	public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
		this.info.setInstanceStatus((event.getState() == ReadinessState.ACCEPTING_TRAFFIC) ? InstanceStatus.UP
				: InstanceStatus.OUT_OF_SERVICE);
	}

}
