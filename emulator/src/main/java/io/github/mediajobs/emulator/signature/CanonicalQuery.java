package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.http.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Parameters as every form of signature signs them: sorted and percent-encoded. */
final class CanonicalQuery {
  private static final Comparator<Parameter> BY_NAME =
      Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

  private CanonicalQuery() {}

  static String of(List<Parameter> parameters) {
    return parameters.stream()
        .sorted(BY_NAME)
        .map(p -> PercentEncoding.encode(p.name()) + "=" + PercentEncoding.encode(p.value()))
        .collect(Collectors.joining("&"));
  }
}
