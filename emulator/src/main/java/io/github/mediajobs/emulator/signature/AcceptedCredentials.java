package io.github.mediajobs.emulator.signature;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The credentials that are accepted now. May be replaced while requests come in. */
public final class AcceptedCredentials {
  private final List<Credential> first;
  private volatile Map<String, Credential> byId;

  /**
   * Begins with some credentials.
   *
   * @param credentials what is accepted
   */
  public AcceptedCredentials(Collection<Credential> credentials) {
    first = List.copyOf(credentials);
    restore();
  }

  /**
   * Accepts other credentials from now on.
   *
   * @param credentials what is accepted
   * @throws IllegalStateException when two have the same id
   */
  public void replace(Collection<Credential> credentials) {
    byId =
        credentials.stream()
            .collect(Collectors.toUnmodifiableMap(Credential::accessKeyId, Function.identity()));
  }

  /** Accepts again what it began with. */
  public void restore() {
    replace(first);
  }

  /**
   * Finds a credential.
   *
   * @param accessKeyId the id that a request names
   * @return the credential, or empty when it is not accepted
   */
  public Optional<Credential> find(String accessKeyId) {
    return Optional.ofNullable(byId.get(accessKeyId));
  }
}
