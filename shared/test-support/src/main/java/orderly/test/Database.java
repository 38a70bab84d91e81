package orderly.test;

/**
 * A database that was made for one test.
 *
 * @param url the JDBC URL
 * @param user the role that owns it
 * @param password the role's password
 */
public record Database(String url, String user, String password) {
}
