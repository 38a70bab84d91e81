package orderly.chassis;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the server itself sends what failed outside of Spring MVC: a problem as any
 * other.
 */
@RestController
class ErrorPath implements ErrorController {

	@RequestMapping("${spring.web.error.path:/error}")
	void answer(HttpServletRequest request) throws Exception {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
			throw exception;
		}
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus code = (status instanceof Integer value) ? HttpStatus.valueOf(value) : HttpStatus.NOT_FOUND;
		throw StandardProblem.of(code).because(code, code.getReasonPhrase());
	}

}
