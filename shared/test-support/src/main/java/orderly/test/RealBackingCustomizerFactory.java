package orderly.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextAnnotationUtils.AnnotationDescriptor;

/** Finds {@link RealBacking}, also on a base class or around a nested test. */
final class RealBackingCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> test,
			List<ContextConfigurationAttributes> attributes) {
		AnnotationDescriptor<RealBacking> found = TestContextAnnotationUtils.findAnnotationDescriptor(test,
				RealBacking.class);
		return (found != null) ? customizer(found) : null;
	}

	private static RealBackingCustomizer customizer(AnnotationDescriptor<RealBacking> found) {
		RealBacking wanted = found.getAnnotation();
		return new RealBackingCustomizer(found.getRootDeclaringClass(), wanted.database(), wanted.own(),
				wanted.containers() && BackingChoice.made().containers());
	}

}
