package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.credentials.Client;
import com.aliyun.credentials.exception.CredentialException;
import com.aliyun.credentials.models.Config;
import com.aliyun.credentials.models.CredentialModel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OfficialCredentialsTest {
  private static final String ID_PROPERTY = "alibabacloud.accessKeyId";
  private static final String SECRET_PROPERTY = "alibabacloud.accessKeySecret";

  private static final Config STATIC =
      new Config().setType("access_key").setAccessKeyId("AK0").setAccessKeySecret("unused");

  private final AtomicInteger chains = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void comeFromTheOfficialChain() {
    System.setProperty(ID_PROPERTY, "AK1");
    System.setProperty(SECRET_PROPERTY, "secret");
    try {
      assertThat(CredentialsSource.official().credentials())
          .isEqualTo(new ApiCredentials("AK1", "secret", null));
    } finally {
      System.clearProperty(ID_PROPERTY);
      System.clearProperty(SECRET_PROPERTY);
    }
  }

  @Test
  void areAskedForEachTimeSoThatKeysCanRotate() {
    OfficialCredentials source = source(() -> key("AK" + asked.incrementAndGet(), "token"));

    assertThat(source.credentials()).isEqualTo(new ApiCredentials("AK1", "secret", "token"));
    assertThat(source.credentials()).isEqualTo(new ApiCredentials("AK2", "secret", "token"));
    assertThat(chains).hasValue(1);
  }

  @Test
  void areBuiltAnewOnceTheApiRefusedThem() {
    OfficialCredentials source = source(() -> key("AK1", ""));
    ApiCredentials given = source.credentials();

    source.refused(given);
    source.refused(given);
    assertThat(source.credentials().securityToken()).isNull();
    assertThat(chains).hasValue(2);
  }

  @Test
  void areKeptWhenTheApiRefusedOlderOnes() {
    OfficialCredentials source = source(() -> key("AK" + asked.incrementAndGet(), ""));
    ApiCredentials older = source.credentials();
    source.credentials();

    source.refused(older);
    source.credentials();
    assertThat(chains).hasValue(1);
  }

  @Test
  void tellWhatToSetWhenThereAreNone() {
    OfficialCredentials source =
        source(
            () -> {
              throw new CredentialException("internal: secret");
            });

    assertThatThrownBy(source::credentials)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_ID")
        .hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
        .hasMessageNotContaining("internal")
        .hasNoCause();
  }

  @Test
  void doNotAskTheChainAgainRightAfterItHadNone() {
    OfficialCredentials source =
        source(
            () -> {
              asked.incrementAndGet();
              throw new CredentialException("none");
            });

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(source::credentials).isInstanceOf(IllegalStateException.class);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void tellWhichValueIsNotUsable() {
    assertThatThrownBy(() -> source(() -> key("AK1\n", "")).credentials())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("access key id");
    assertThatThrownBy(() -> source(() -> CredentialModel.builder().build()).credentials())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("access key id");
  }

  private OfficialCredentials source(Supplier<CredentialModel> chain) {
    return new OfficialCredentials(
        () -> {
          chains.incrementAndGet();
          return new Chain(chain);
        });
  }

  private static CredentialModel key(String id, String token) {
    return CredentialModel.builder()
        .accessKeyId(id)
        .accessKeySecret("secret")
        .securityToken(token)
        .build();
  }

  /** Stands in for the official chain, which would look around on this machine. */
  private static final class Chain extends Client {
    private final Supplier<CredentialModel> supplier;

    Chain(Supplier<CredentialModel> supplier) {
      super(STATIC);
      this.supplier = supplier;
    }

    @Override
    public CredentialModel getCredential() {
      return supplier.get();
    }
  }
}
