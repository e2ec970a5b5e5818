package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.server.ApiServer;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One read of one job: signed, sent, answered and decoded. All threads share one client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Get {
  /** Whose client reads. */
  @Param Contender client;

  /** What is read, such as {@code GetPackageJob}. */
  @Param("")
  String action;

  /** Where {@link ApiServer} listens. */
  @Param("")
  String endpoint;

  private Reader reader;

  /**
   * Makes the client; nothing is called yet.
   *
   * @throws Exception when it cannot be made
   */
  @Setup
  public void open() throws Exception {
    reader = client.open(action, URI.create(endpoint));
  }

  /** Lets go of the connections. */
  @TearDown
  public void close() {
    reader.close();
  }

  /**
   * Reads the job.
   *
   * @return what the client made of the answer
   * @throws Exception when there was no job
   */
  @Benchmark
  public Object read() throws Exception {
    return reader.read(ApiServer.JOB_ID);
  }
}
