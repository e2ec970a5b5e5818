package io.github.mediajobs.cli.command;

import io.github.mediajobs.operation.Catalogue;
import java.util.Iterator;
import java.util.stream.Stream;

/** What a shell completes an operation to: the aliases, then the API's names. */
final class OperationNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Stream.concat(
            Catalogue.standard().operations().stream().map(it -> it.alias()),
            Catalogue.standard().operations().stream().map(it -> it.action()))
        .iterator();
  }
}
