package orderly.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import orderly.chassis.Problem;
import orderly.chassis.Problem.FieldError;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The price list.
 */
@Repository
class Products {

	private final JdbcClient jdbc;

	Products(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Product> all() {
		return this.jdbc.sql("select * from products order by sku").query(Products::product).list();
	}

	/**
	 * Fixes the prices of a request.
	 * @param request what the customer wants
	 * @return the same, with names and prices
	 * @throws Problem 422 that names each line whose sku is not in the list, or is in a
	 * line above
	 */
	Basket price(OrderRequest request) {
		Map<String, Product> products = find(request.lines().stream().map(OrderRequest.Line::sku).toList());
		List<FieldError> errors = request.skusAtFault(products.keySet());
		if (!errors.isEmpty()) {
			throw Problem.invalid(errors);
		}
		return basket(request, products);
	}

	private Map<String, Product> find(List<String> skus) {
		return this.jdbc.sql("select * from products where sku in (:skus)")
			.param("skus", skus)
			.query(Products::product)
			.list()
			.stream()
			.collect(Collectors.toMap(Product::sku, Function.identity()));
	}

	private static Basket basket(OrderRequest request, Map<String, Product> products) {
		List<Order.Line> lines = request.lines()
			.stream()
			.map((line) -> Objects.requireNonNull(products.get(line.sku())).line(line.quantity()))
			.toList();
		return new Basket(lines, "EUR", request.payment().method(), Checkout.of(request.checkout()));
	}

	private static Product product(ResultSet row, int number) throws SQLException {
		return new Product(row.getString("sku"), row.getString("name"), row.getLong("price_minor"),
				row.getString("currency"));
	}

}
