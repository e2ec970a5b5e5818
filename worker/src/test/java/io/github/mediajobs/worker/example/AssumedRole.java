package io.github.mediajobs.worker.example;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The cookbook's source of temporary credentials. */
public final class AssumedRole implements CredentialsSource {
  /** What STS, or a vault in front of it, answers. */
  public record Session(ApiCredentials credentials, Instant expiresAt) {}

  private static final Duration EARLY = Duration.ofMinutes(5);

  private final Supplier<Session> sts;
  private final InstantSource clock;
  private Session session;

  public AssumedRole(Supplier<Session> sts, InstantSource clock) {
    this.sts = sts;
    this.clock = clock;
  }

  @Override
  public synchronized ApiCredentials credentials() {
    if (session == null || clock.instant().isAfter(session.expiresAt().minus(EARLY))) {
      session = sts.get();
    }
    return session.credentials();
  }

  @Override
  public synchronized void refused(ApiCredentials refused) {
    if (session != null && session.credentials().equals(refused)) {
      session = null;
    }
  }
}
