package io.github.mediajobs.benchmark.engine;

import com.sun.management.OperatingSystemMXBean;
import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a worker's process has used so far.
 *
 * @param cpuMillis of all its threads, JIT and GC included
 * @param heapBytes after a collection
 * @param peakRssBytes the most memory that it held at once; 0 where the system does not tell
 * @param heartbeats how many it sent
 */
record WorkerFigures(double cpuMillis, long heapBytes, long peakRssBytes, long heartbeats) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Those of this process. */
  static WorkerFigures here(Heartbeats heartbeats) throws IOException {
    double cpu =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e6;
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new WorkerFigures(cpu, heap, peakRss(), heartbeats.sent());
  }

  /** Those of a worker in a process of its own. */
  static WorkerFigures of(JavaProcess worker) throws IOException {
    return Json.convert(
        Json.read(worker.answer("figures").getBytes(StandardCharsets.UTF_8)), WorkerFigures.class);
  }

  private static long peakRss() throws IOException {
    return Files.exists(STATUS)
        ? Files.readAllLines(STATUS).stream()
            .filter(it -> it.startsWith("VmHWM:"))
            .mapToLong(it -> 1024 * Long.parseLong(it.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0)
        : 0;
  }
}
