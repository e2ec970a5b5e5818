package io.github.mediajobs.emulator.junit;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.JobView;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorExtensionTest {
  private static final MovableClock CLOCK = new MovableClock();

  @RegisterExtension
  private static final EmulatorExtension EXTENSION =
      new EmulatorExtension(EmulatorOptions.defaults().withClock(CLOCK));

  private static URI url;

  @BeforeAll
  static void remember(Emulator emulator) {
    url = emulator.url();
  }

  @RepeatedTest(2)
  void everyTestStartsAfresh(Emulator emulator) {
    assertThat(emulator.jobs()).allMatch(JobView::sample);
    assertThat(emulator.calls().total()).isZero();
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ZERO));
    assertThat(ApiCall.of(PACKAGE, "j1", CLOCK.instant()).send(emulator).status()).isEqualTo(200);
  }

  @Test
  void aClassHasOneEmulatorWithItsOptions(Emulator emulator) {
    assertThat(emulator.url()).isEqualTo(url);
    assertThat(emulator.now()).isEqualTo(CLOCK.instant());
  }

  @Nested
  class InANestedClass {
    @Test
    void itIsTheSame(Emulator emulator) {
      assertThat(emulator.url()).isEqualTo(url);
    }
  }
}
