package io.github.mediajobs.benchmark.call;

/** A client that reads the jobs of one operation. Safe for threads. */
interface Reader extends AutoCloseable {
  /** Reads a job into the client's own type for it. */
  Object read(String jobId) throws Exception;

  @Override
  void close();
}
