package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporalConnectionTest {
  @Test
  void aServiceThatIsNotThereIsNamedInOneLine() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Map<String, String> environment = Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + port);
    assertThatThrownBy(() -> TemporalConnection.open(environment, Duration.ofSeconds(1)))
        .isInstanceOf(JobStateUnknownException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("TEMPORAL_ADDRESS")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aProfileThatIsNotThereIsNamed() {
    Map<String, String> environment = Map.of("TEMPORAL_PROFILE", "no-such-profile");
    assertThatThrownBy(() -> TemporalConnection.open(environment, Duration.ofSeconds(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no-such-profile");
  }
}
