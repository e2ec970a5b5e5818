package io.github.mediajobs.benchmark.start;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.benchmark.server.ApiServer;
import io.github.mediajobs.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long {@code bin/mediajobs get --json} takes, from its start to its end. */
public final class Run {
  private static final Results RESULTS = new Results("start");
  private static final List<String> WORDS = List.of("get", "package", ApiServer.JOB_ID, "--json");

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/start.json} and the table of
   * {@code docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run, which only prints
   * @throws Exception when a start fails, or a result cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Report report = measured(quick ? Effort.QUICK : Effort.FULL);
    if (!quick) {
      RESULTS.write(report.json(), report.markdown());
    }
    System.out.print("\n" + report.markdown());
    System.exit(0);
  }

  private static Report measured(Effort effort) throws IOException, InterruptedException {
    Path root = Path.of("..").toRealPath();
    Map<Contender, List<Double>> seconds = new EnumMap<>(Contender.class);
    try (Emulator emulator = ApiServer.emulator()) {
      // The first start may build the command and its archive.
      for (Contender each : Contender.values()) {
        seconds.put(each, new ArrayList<>());
        started(each, root, emulator);
      }
      for (int i = 0; i < effort.starts(); i++) {
        for (Contender each : Contender.values()) {
          seconds.get(each).add(started(each, root, emulator));
        }
      }
    }
    return new Report(
        Machine.here(),
        effort,
        seconds.entrySet().stream()
            .map(it -> new Row(it.getKey().title(), it.getValue()))
            .toList());
  }

  private static double started(Contender contender, Path root, Emulator emulator)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(contender.command(root, WORDS))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("MEDIAJOBS_ICE_ENDPOINT", emulator.url().toString());
    environment.put("MEDIAJOBS_MPS_ENDPOINT", emulator.url().toString());
    environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", ApiServer.KEY);
    environment.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", ApiServer.KEY);
    long begin = System.nanoTime();
    int exit = builder.start().waitFor();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (exit != 0) {
      throw new IOException("%s ended with %d".formatted(contender.title(), exit));
    }
    return seconds;
  }
}
