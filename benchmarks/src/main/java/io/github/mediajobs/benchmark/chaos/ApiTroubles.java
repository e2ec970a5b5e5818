package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the API throttles, fails and lies; nothing of it states how a job ended. */
final class ApiTroubles {
  private static final int LONGEST_SECONDS = 6;
  private static final String ANOTHER_JOB =
      "{\"RequestId\":\"R\",\"JobId\":\"another\",\"Status\":\"Success\""
          + ",\"PackageJob\":{\"JobId\":\"another\",\"Status\":\"Success\"}"
          + ",\"DynamicImageJob\":{\"JobId\":\"another\",\"Status\":\"Success\"}"
          + ",\"SnapshotJob\":{\"JobId\":\"another\",\"Status\":\"started\"}"
          + ",\"MediaProducingJob\":{\"JobId\":\"another\",\"Status\":\"Success\"}}";
  private static final Map<String, Fault> FAULTS = faults();

  private ApiTroubles() {}

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("throttles", Fault.throttling());
    faults.put("throttles, come back in a second", Fault.throttling("1000"));
    faults.put("throttles, come back some time", Fault.throttling("some time"));
    faults.put("throttles with HTTP 429", Fault.error(429, "Throttling.User", "Slow down."));
    faults.put("is unavailable", Fault.error(503, "ServiceUnavailable", "Try later."));
    faults.put("has an internal error", Fault.error(500, "InternalError", "Try later."));
    faults.put("answers with a page", Fault.html(502));
    faults.put("hangs up before it answers", Fault.cut(Cut.At.AFTER_REQUEST));
    faults.put("hangs up in the headers", Fault.cut(Cut.At.IN_HEADERS));
    faults.put("hangs up in the body", Fault.cut(Cut.At.IN_BODY));
    faults.put("answers late", Fault.delay(Duration.ofSeconds(4)));
    faults.put("answers for another job", json(ANOTHER_JOB));
    faults.put("answers without the job", json("{}"));
    faults.put("answers with nothing", json(""));
    faults.put("answers with half of a document", json("{\"PackageJob\":{\"JobId\":"));
    faults.put("answers 200 with an error", Fault.error(200, "InternalError", "Try later."));
    faults.put("answers with wrong types", json("{\"PackageJob\":[],\"JobId\":{},\"Status\":7}"));
    return faults;
  }

  private static Fault json(String body) {
    return Fault.raw(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** Each once. */
  static Map<Trouble<Emulator>, Integer> all() {
    Map<Trouble<Emulator>, Integer> all = new LinkedHashMap<>();
    FAULTS.forEach(
        (name, fault) ->
            all.put(
                Trouble.of(
                    name,
                    LONGEST_SECONDS,
                    emulator -> emulator.fault(fault.forever()),
                    Emulator::clearFaults),
                1));
    return all;
  }
}
