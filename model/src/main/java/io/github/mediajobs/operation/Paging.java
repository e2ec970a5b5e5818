package io.github.mediajobs.operation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/** How the pages of a List operation follow each other. */
public sealed interface Paging {
  /**
   * The parameter that takes the size of a page.
   *
   * @return such as {@code PageSize}
   */
  String size();

  /**
   * The parameter that takes the token of a page; the first page is asked for without it.
   *
   * @return such as {@code NextPageToken}
   */
  String token();

  /**
   * The token of the next page.
   *
   * @param response the page at hand
   * @param token the token of the page at hand, null for the first
   * @param size how many jobs the page at hand may hold
   * @return the token, or empty when this page is the last
   */
  Optional<String> next(JsonNode response, String token, int size);

  /**
   * Each page says the token of the next.
   *
   * @param size the parameter that takes the size of a page
   * @param token the parameter that takes the token
   * @param next where the token of the next page stands in a response
   */
  record ByToken(String size, String token, JsonPointer next) implements Paging {
    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException when a component is null
     */
    public ByToken {
      Objects.requireNonNull(size, "size");
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(next, "next");
    }

    @Override
    public Optional<String> next(JsonNode response, String current, int largest) {
      return Optional.of(response.at(next).asText("")).filter(text -> !text.isBlank());
    }
  }

  /**
   * Pages have numbers from 1, and each page says how many jobs there are in all.
   *
   * @param size the parameter that takes the size of a page
   * @param token the parameter that takes the number
   * @param total where the number of jobs stands in a response
   */
  record ByNumber(String size, String token, JsonPointer total) implements Paging {
    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException when a component is null
     */
    public ByNumber {
      Objects.requireNonNull(size, "size");
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(total, "total");
    }

    @Override
    public Optional<String> next(JsonNode response, String current, int largest) {
      long page = current == null ? 1 : Long.parseLong(current);
      return page * largest < response.at(total).asLong()
          ? Optional.of(Long.toString(page + 1))
          : Optional.empty();
    }
  }
}
