package orderly.chassis;

import java.beans.PropertyEditorSupport;
import java.util.UUID;

import org.springframework.util.Assert;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads ids in their canonical form alone (RFC 9562, section 4). Java's own reader also
 * takes {@code 1-1-1-1-1}, and the answer would be about an id that nobody wrote. An
 * editor and no converter, for where one of those fails Spring asks its own editor.
 */
@ControllerAdvice
class CanonicalIds {

	@InitBinder
	void readIds(WebDataBinder binder) {
		binder.registerCustomEditor(UUID.class, new Editor());
	}

	private static final class Editor extends PropertyEditorSupport {

		/** Nothing at all is no id, and not a wrong one. */
		@Override
		public void setAsText(String text) {
			setValue(text.isEmpty() ? null : read(text));
		}

		private static UUID read(String text) {
			UUID id = UUID.fromString(text);
			Assert.isTrue(id.toString().equalsIgnoreCase(text), "An id has 32 hexadecimal digits in five groups");
			return id;
		}

	}

}
