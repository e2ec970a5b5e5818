package io.github.mediajobs.api;

import com.aliyun.credentials.Client;
import com.aliyun.credentials.models.CredentialModel;
import java.time.Duration;
import java.util.function.Supplier;

/** The official library's chain, which caches what it finds and refreshes it before it expires. */
final class OfficialCredentials implements CredentialsSource {
  // Without any credentials the chain asks the metadata of an ECS instance, 1 s and more each time.
  private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);
  private static final String NONE =
      "no credentials were found; set ALIBABA_CLOUD_ACCESS_KEY_ID and"
          + " ALIBABA_CLOUD_ACCESS_KEY_SECRET (for temporary ones ALIBABA_CLOUD_SECURITY_TOKEN too),"
          + " or another source of the official credentials chain";

  private final Supplier<Client> chains;
  private Client chain;
  private ApiCredentials given;
  private String failure;
  private long failedAt;

  OfficialCredentials() {
    this(Client::new);
  }

  OfficialCredentials(Supplier<Client> chains) {
    this.chains = chains;
  }

  @Override
  public synchronized ApiCredentials credentials() {
    if (failure != null && System.nanoTime() - failedAt < FAILURE_KEPT.toNanos()) {
      throw new IllegalStateException(failure);
    }
    CredentialModel found = found();
    try {
      given =
          new ApiCredentials(
              orEmpty(found.getAccessKeyId()),
              orEmpty(found.getAccessKeySecret()),
              orEmpty(found.getSecurityToken()).isEmpty() ? null : found.getSecurityToken());
      failure = null;
      return given;
    } catch (IllegalArgumentException e) {
      throw failed(e.getMessage() + "; check the variables ALIBABA_CLOUD_*");
    }
  }

  private CredentialModel found() {
    try {
      if (chain == null) {
        chain = chains.get();
      }
      return chain.getCredential();
    } catch (RuntimeException e) {
      // Not quoted: it may repeat a file or an answer that holds a secret.
      throw failed(NONE);
    }
  }

  @Override
  public synchronized void refused(ApiCredentials refused) {
    if (refused.equals(given)) {
      chain = null;
      given = null;
    }
  }

  private IllegalStateException failed(String message) {
    failure = message;
    failedAt = System.nanoTime();
    return new IllegalStateException(message);
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
