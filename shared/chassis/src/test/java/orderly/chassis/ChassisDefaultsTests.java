package orderly.chassis;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ChassisDefaultsTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void yieldToWhateverElseIsSaid() {
		this.environment.getSystemProperties().put("orderly.release", "7");
		try {
			postProcess();
			assertThat(this.environment.getProperty("orderly.release")).isEqualTo("7");
			assertThat(this.environment.getProperty("orderly.instance")).isEqualTo("1");
		}
		finally {
			this.environment.getSystemProperties().remove("orderly.release");
		}
	}

	@Test
	void haveOthersForAProfile() {
		this.environment.setActiveProfiles("production");
		postProcess();
		assertThat(this.environment.getProperty("orderly.drain")).isEqualTo("25s");
		assertThat(this.environment.getProperty("orderly.max-body")).isEqualTo("16KB");
	}

	@Test
	void switchTheHiddenLayersOff() {
		postProcess();
		assertThat(this.environment.getProperty("spring.cloud.loadbalancer.retry.enabled")).isEqualTo("false");
		assertThat(System.getProperty("jdk.httpclient.redirects.retrylimit")).isEqualTo("1");
	}

	private void postProcess() {
		new ChassisDefaults().postProcessEnvironment(this.environment, new SpringApplication());
	}

}
