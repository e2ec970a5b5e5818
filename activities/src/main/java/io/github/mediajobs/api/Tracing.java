package io.github.mediajobs.api;

/** Told of the requests of a client, for whoever traces; by many threads at once. */
@FunctionalInterface
public interface Tracing {
  /** Traces nothing. */
  Tracing NONE = request -> {};

  /**
   * Takes a request that is over, on the thread that sent it.
   *
   * @param request what was sent and what came of it; must not throw
   */
  void sent(SentRequest request);

  /**
   * Makes work belong, on whatever thread, to what is traced on this one; by default it does not.
   *
   * @param work what another thread is going to do
   * @return the same work, carried over
   */
  default Runnable carried(Runnable work) {
    return work;
  }
}
