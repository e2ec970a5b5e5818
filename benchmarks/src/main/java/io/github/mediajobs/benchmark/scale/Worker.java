package io.github.mediajobs.benchmark.scale;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The stand-alone worker in a process of its own, until standard input ends. */
final class Worker {
  private Worker() {}

  /**
   * Prints a line when it polls, and its {@link Usage} as JSON at the end.
   *
   * @param arguments the Temporal service, the API, and its budget of calls a second
   */
  public static void main(String[] arguments) throws IOException {
    HeapPeak heap = HeapPeak.watch();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("TEMPORAL_ADDRESS", arguments[0]);
    environment.put("MEDIAJOBS_ICE_ENDPOINT", arguments[1]);
    environment.put("MEDIAJOBS_MPS_ENDPOINT", arguments[1]);
    environment.put("MEDIAJOBS_CALLS_PER_SECOND", arguments[2]);
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    TemporalConnection connection = TemporalConnection.open(environment, Duration.ofSeconds(30));
    MediaJobsWorker worker =
        MediaJobsWorker.start(
            connection.client(),
            WorkerConfig.fromEnvironment(environment).withCredentials(() -> key));
    System.out.println("polling");
    System.in.transferTo(OutputStream.nullOutputStream());
    worker.close();
    connection.close();
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(
        Json.write(
            new Usage(
                Runtime.getRuntime().maxMemory(), heap.bytes(), system.getProcessCpuTime() / 1e9)));
    System.exit(0);
  }

  /**
   * What the process took.
   *
   * @param heapLimitBytes it may have no more
   * @param heapPeakBytes the most that stood after a collection
   * @param cpuSeconds of all its threads, JIT and GC included
   */
  record Usage(long heapLimitBytes, long heapPeakBytes, double cpuSeconds) {}
}
