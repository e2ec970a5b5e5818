package io.github.mediajobs.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BoundedLookupsTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final CountDownLatch never = new CountDownLatch(1);
  private final Dns hanging =
      host -> {
        try {
          never.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return List.of();
      };

  @AfterEach
  void end() {
    never.countDown();
  }

  @Test
  void answerWhatTheResolverAnswers() throws Exception {
    List<InetAddress> addresses = List.of(InetAddress.getLoopbackAddress());

    assertThat(new BoundedLookups(host -> addresses, LONG).lookup("a")).isEqualTo(addresses);
  }

  @Test
  void failAsTheResolverFails() {
    UnknownHostException unknown = new UnknownHostException("no such name");
    Dns failing =
        host -> {
          throw unknown;
        };
    Dns broken =
        host -> {
          throw new SecurityException("not allowed");
        };

    assertThatThrownBy(() -> new BoundedLookups(failing, LONG).lookup("a")).isSameAs(unknown);
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> new BoundedLookups(broken, LONG).lookup("a.example"))
        .withMessageContainingAll("a.example", "not allowed");
  }

  @Test
  void endWhenTheyTakeTooLong() {
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> new BoundedLookups(hanging, Duration.ofMillis(1)).lookup("a.example"))
        .withMessage("a.example: no answer in PT0.001S");
  }

  @Test
  void endWhenTheThreadIsInterruptedAndKeepTheFlag() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> new BoundedLookups(hanging, LONG).lookup("a.example"))
        .withMessage("a.example: interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
