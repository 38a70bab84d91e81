package orderly.chassis;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where an answer fails after it has begun, its connection must break: a proper end would
 * make half an answer look whole. Left to itself Tomcat forwards to the error path, ends
 * the chunks or keeps the connection. For a {@link ClientAbortException} it does neither,
 * and closes at once.
 */
class CutShort extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(CutShort.class);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ClientAbortException ex) {
			throw ex;
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (response.isCommitted()) {
				log.warn("{} {} was cut short: {}", request.getMethod(), request.getRequestURI(), ex.toString());
				throw new ClientAbortException("answer cut short", ex);
			}
			throw ex;
		}
	}

}
