package orderly.chassis;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Java types in the words of somebody who writes JSON.
 */
final class Types {

	private Types() {
	}

	static boolean isWrittenAsText(@Nullable Class<?> type) {
		return type != null && (type.isEnum() || type == UUID.class || Temporal.class.isAssignableFrom(type));
	}

	static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "is not of the expected type";
		}
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (boxed.isEnum()) {
			return "must be one of " + Arrays.toString(boxed.getEnumConstants());
		}
		return "must be " + noun(boxed);
	}

	private static String noun(Class<?> type) {
		if (type == Boolean.class) {
			return "true or false";
		}
		if (type == Integer.class || type == Long.class || type == Short.class) {
			return "a whole number";
		}
		if (Number.class.isAssignableFrom(type)) {
			return "a number";
		}
		if (type == UUID.class) {
			return "a UUID";
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return "a time, as in RFC 3339";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "a string";
		}
		return (Collection.class.isAssignableFrom(type) || type.isArray()) ? "a list" : "an object";
	}

}
