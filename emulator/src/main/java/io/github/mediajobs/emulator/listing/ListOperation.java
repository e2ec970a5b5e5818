package io.github.mediajobs.emulator.listing;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A List operation as its page describes it, apart from how the client's catalogue does.
 *
 * @param action the API's name
 * @param reads the API's name of the operation that reads one of the jobs
 * @param items where the array stands in the response
 * @param item the fields of an item
 * @param parameters what each parameter is for, by its name
 * @param statuses the values that the filter by status takes
 * @param orders whether the newest come first, by the values of the parameter for the order
 * @param sizes the smallest and the default size of a page; the largest is 100
 * @param window how far back it looks when it is not told; null for all the way
 * @param longestWindow the longest time between the earliest and the latest that it is told; null
 *     for any
 */
record ListOperation(
    String action,
    String reads,
    JsonPointer items,
    Shape item,
    Map<String, Role> parameters,
    List<String> statuses,
    Map<String, Boolean> orders,
    Sizes sizes,
    Duration window,
    Duration longestWindow) {
  /** What a parameter is for. */
  enum Role {
    KEYWORD,
    STATUS,
    FROM,
    TO,
    ORDER,
    SIZE,
    TOKEN,
    NUMBER
  }

  /** How many jobs a page holds. */
  record Sizes(int smallest, int usual) {
    static final int LARGEST = 100;
  }

  /** The parameter of a role, or null. */
  String parameter(Role role) {
    return parameters.entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
