package io.github.mediajobs.emulator.control;

import io.github.mediajobs.emulator.listing.Listing;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;

/** An operation named by the API's name or its alias. */
final class OperationName {
  static final String FIELD = "operation";

  private OperationName() {}

  /** The operation, or null when the field is absent. */
  static JobOperation<?> read(JsonFields fields, Catalogue catalogue) {
    String name = fields.text(FIELD);
    return name == null
        ? null
        : catalogue
            .find(name)
            .orElseThrow(
                () ->
                    fields.wrong(
                        FIELD, "expected one of %s, got %s".formatted(catalogue.names(), name)));
  }

  /** The API's name, that of a List operation too, or null when the field is absent. */
  static String action(JsonFields fields, Catalogue catalogue) {
    String name = fields.text(FIELD);
    if (name == null || Listing.find(name, catalogue).isPresent()) {
      return name;
    }
    return read(fields, catalogue).action();
  }
}
