package io.github.mediajobs.activity;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.NoopScope;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.Polling;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class UnknownStatusesTest {
  private final List<String> warnings = new ArrayList<>();
  private final UnknownStatuses statuses = new UnknownStatuses(logger());

  @Test
  void areLoggedOncePerJob() throws Exception {
    seen("job-1", "'Status':'Odd\\n'");
    seen("job-1", "'Status':'Odder'");
    seen("job-2", "");

    assertThat(warnings)
        .containsExactly(
            "GetPackageJob job-1 in cn-shanghai is Odd, which is none of [Init, Success, Fail];"
                + " polling goes on",
            "GetPackageJob job-2 in cn-shanghai is without a status, which is none of [Init,"
                + " Success, Fail]; polling goes on");
  }

  @Test
  void areForgottenAfterTenThousandJobs() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      seen("job-" + i, "");
    }
    seen("job-0", "");
    assertThat(warnings).hasSize(10_000);

    seen("job-10000", "");
    seen("job-10000", "");
    assertThat(warnings).hasSize(10_001);

    seen("job-0", "");
    assertThat(warnings).hasSize(10_002);
  }

  private void seen(String jobId, String fields) throws Exception {
    Attempt attempt =
        new Attempt(
            PACKAGE,
            new JobReference(PACKAGE.action(), jobId, "cn-shanghai"),
            PACKAGE.awaited(),
            Polling.DEFAULT.policy(),
            TestActivities.NOW,
            TestActivities.NOW,
            1);
    statuses.seen(
        attempt, PACKAGE.decode(TestActivities.json("{" + fields + "}")), new NoopScope());
  }

  private Logger logger() {
    return (Logger)
        Proxy.newProxyInstance(
            Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("warn");
              warnings.add(
                  MessageFormatter.arrayFormat((String) arguments[0], (Object[]) arguments[1])
                      .getMessage());
              return null;
            });
  }
}
