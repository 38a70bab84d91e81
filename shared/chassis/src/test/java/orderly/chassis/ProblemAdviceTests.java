package orderly.chassis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;

import orderly.chassis.Http.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemAdviceTests {

	private final Http http;

	ProblemAdviceTests(@LocalServerPort int port) {
		this.http = new Http(port);
	}

	@ParameterizedTest(name = "{0} -> {1} {2} {3}")
	@CsvSource(delimiter = '|', textBlock = """
			{"lines":[{"sku":"A","quantity":0}]}                | 422 | invalid   | lines[0].quantity
			{"lines":[{"sku":"A","quantity":-5}]}               | 422 | invalid   | lines[0].quantity
			{"lines":[{"sku":"A","quantity":99999999999}]}      | 422 | invalid   | lines[0].quantity
			{"lines":[{"sku":"A","quantity":101}]}              | 422 | invalid   | lines[0].quantity
			{"lines":[{"quantity":1}]}                          | 422 | invalid   | lines[0].sku
			{"lines":[]}                                        | 422 | invalid   | lines
			{}                                                  | 422 | invalid   | lines
			{"lines":[{"sku":"A","quantity":1}],"checkout":"x"} | 422 | invalid   | checkout
			{"lines":[{"sku":"A","quantity":1}],"id":"x"}       | 422 | invalid   | id
			{"lines":[{"sku":"A","quantity":1}],"checkout":1}   | 400 | malformed | checkout
			{"lines":[{"sku":"A","quantity":"1"}]}              | 400 | malformed | lines[0].quantity
			{"lines":[{"sku":"A","quantity":1.5}]}              | 400 | malformed | lines[0].quantity
			{"lines":[{"sku":"A","quantity":true}]}             | 400 | malformed | lines[0].quantity
			{"lines":[{"sku":"A","quantity":null}]}             | 400 | malformed | lines[0].quantity
			{"lines":[{"sku":5,"quantity":1}]}                  | 400 | malformed | lines[0].sku
			{"lines":{"sku":"A"}}                               | 400 | malformed | lines
			{"lines":[7]}                                       | 400 | malformed | lines[0]
			{"lines":[{"sku":"A","quantity":1,"colour":"x"}]}   | 400 | malformed | lines[0].colour
			{"lines":[{"sku":"A","quantity":1}],"extra":1}      | 400 | malformed | extra
			""")
	void namesTheFieldAtFault(String body, int status, String slug, String field) {
		Answer answer = this.http.post("/baskets", body);
		assertProblem(answer, status, slug);
		assertThat(answer.text("/errors/0/field")).isEqualTo(field);
		assertThat(answer.text("/errors/0/message")).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{
			{"lines":
			nonsense
			{"lines":[]} {"lines":[]}
			'{"lines":[{"sku":"A","quantity":1}],"lines":[]}'
			""")
	void refusesWhatIsNotJson(String body) {
		assertProblem(this.http.post("/baskets", body), 400, "malformed");
	}

	@Test
	void refusesAMissingBody() {
		assertProblem(this.http.post("/baskets", ""), 400, "malformed");
	}

	@Test
	void namesTheParameterAtFault() {
		Answer noId = this.http.get("/baskets/no-id");
		assertProblem(noId, 400, "malformed");
		assertThat(noId.text("/errors/0/field")).isEqualTo("id");
		Answer noneWrittenSo = this.http.get("/baskets/1-1-1-1-1");
		assertProblem(noneWrittenSo, 400, "malformed");
		assertThat(noneWrittenSo.text("/errors/0/field")).isEqualTo("id");
		Answer noNumber = this.http.get("/baskets?limit=many");
		assertProblem(noNumber, 400, "malformed");
		assertThat(noNumber.text("/errors/0/field")).isEqualTo("limit");
		Answer tooMany = this.http.get("/baskets?limit=101");
		assertProblem(tooMany, 422, "invalid");
		assertThat(tooMany.text("/errors/0/field")).isEqualTo("limit");
	}

	@Test
	void speaksHttp() {
		Answer method = this.http.send(this.http.request("/baskets").DELETE());
		assertProblem(method, 405, "method-not-allowed");
		assertThat(method.header("Allow")).contains("GET").contains("POST");
		assertProblem(this.http.get("/baskets", "Accept", "image/png"), 406, "not-acceptable");
		assertProblem(
				this.http.send(
						this.http.request("/baskets", "Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
				415, "unsupported-media-type");
		assertProblem(this.http.get("/nothing"), 404, "not-found");
		assertProblem(this.http.get("/error"), 404, "not-found");
	}

	@Test
	void refusesAnOverlongBodyAlsoWhenItsLengthIsNotDeclared() {
		byte[] body = new byte[17 * 1024];
		assertProblem(this.http.send(this.http.request("/baskets", "Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body))), 413, "too-large");
		assertProblem(this.http.send(this.http.request("/baskets", "Content-Type", "application/json")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))), 413, "too-large");
	}

	@Test
	void refusesAnEncodedBody() {
		Answer answer = this.http
			.send(this.http.request("/baskets", "Content-Type", "application/json", "Content-Encoding", "gzip")
				.POST(BodyPublishers.ofString("{}")));
		assertProblem(answer, 415, "unsupported-media-type");
	}

	@Test
	void refusesWhatIsTooDeepOrTooLongToRead() {
		assertProblem(this.http.post("/baskets", "[".repeat(4000) + "]".repeat(4000)), 400, "malformed");
		Answer number = this.http.post("/baskets",
				"{\"lines\":[{\"sku\":\"A\",\"quantity\":%s}]}".formatted("9".repeat(5000)));
		assertProblem(number, 400, "malformed");
		assertThat(number.text("/detail")).isNotEqualTo("Bad Request");
	}

	@Test
	void tellsAnOutageOfTheDatabaseAsOne() {
		DatabaseFaults faults = new DatabaseFaults();
		assertThat(faults.translate(new CannotCreateTransactionException("away"))).isNotNull()
			.satisfies((problem) -> assertThat(problem.getStatusCode().value()).isEqualTo(503))
			.satisfies((problem) -> assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1"));
		assertThat(faults.translate(new IllegalStateException())).isNull();
		assertThat(faults.translate(new DataIntegrityViolationException("duplicate key"))).isNull();
		assertThat(faults.translate(new DataIntegrityViolationException("x", new SQLException("x", "22021"))))
			.isNotNull()
			.satisfies((problem) -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%zz", "/a|b", "/x%00y", "/..%2fsecret" })
	void tellsAlsoWhatTheServerItselfRefuses(String path) throws IOException {
		String answer = this.http.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ")
			.containsOnlyOnce("X-Served-By: sample-service;release=1;instance=1\r\n")
			.contains("Content-Type: application/problem+json")
			.contains("\"type\":\"/problems/malformed\"");
		String traceId = answer.replaceAll("(?s).*X-Trace-Id: (\\w+)\r.*", "$1");
		assertThat(answer).contains("\"traceId\":\"" + traceId + "\"");
	}

	@Test
	void keepsWhatAProblemSays() {
		Answer answer = this.http.get("/refused");
		assertProblem(answer, 409, "short");
		assertThat(answer.text("/title")).isEqualTo("Not enough in stock");
		assertThat(answer.body().at("/missing").isArray()).isTrue();
	}

	@Test
	void doesNotTellStrangersWhatBroke() {
		Answer answer = this.http.get("/broken");
		assertProblem(answer, 500, "internal");
		assertThat(answer.response().body()).doesNotContain("secret").doesNotContain("IllegalState");
	}

	@Test
	void writesTheInstanceAsTheEdgeKnowsIt() {
		assertThat(this.http.get("/refused?x=1").text("/instance")).isEqualTo("/api/v1/refused");
		assertThat(this.http.get("/refused", "API-Version", "2").text("/instance")).isEqualTo("/api/v2/refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "7", "1.0", "1,2", "x", "v2", "-1", "99999999999" })
	void refusesAVersionThatIsNotOfferedAndListsThoseThatAre(String version) {
		Answer answer = this.http.get("/baskets", "API-Version", version);
		assertProblem(answer, 400, "unsupported-version");
		assertThat(answer.body().at("/supported").toString()).isEqualTo("[1,2]");
	}

	@Test
	void servesWhatIsNotMappedByVersionInEveryOne() {
		for (String version : new String[] { "1", "2" }) {
			assertProblem(this.http.get("/refused", "API-Version", version), 409, "short");
		}
	}

	private static void assertProblem(Answer answer, int status, String slug) {
		assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.text("/type")).isEqualTo("/problems/" + slug);
		assertThat(answer.body().at("/status").asInt()).isEqualTo(status);
		assertThat(answer.text("/title")).isNotBlank();
		assertThat(answer.text("/detail")).isNotBlank();
		assertThat(answer.text("/instance")).startsWith("/api/v");
		assertThat(answer.text("/traceId")).hasSize(32).isEqualTo(answer.header("X-Trace-Id"));
		assertThat(answer.header("X-Served-By")).isEqualTo("sample-service;release=1;instance=1");
	}

}
