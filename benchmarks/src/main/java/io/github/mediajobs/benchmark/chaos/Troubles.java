package io.github.mediajobs.benchmark.chaos;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong with which part, and how often in a full run. */
final class Troubles {
  static final Map<Trouble<Restartable>, Integer> SERVER =
      Map.of(Trouble.of("killed -9, started again", 10, Restartable::kill, Restartable::start), 4);

  static final Map<Trouble<Restartable>, Integer> WORKER =
      table(
          Trouble.of("killed -9, started again", 8, Restartable::kill, Restartable::start),
          8,
          Trouble.of("paused", 12, Restartable::pause, Restartable::resume),
          3);

  static final Map<Trouble<WorkerClock>, Integer> CLOCK =
      table(
          Trouble.of("an hour ahead", 30, WorkerClock::ahead, WorkerClock::right),
          2,
          Trouble.of("an hour behind", 30, WorkerClock::behind, WorkerClock::right),
          2);

  private static final Trouble<Link> CUT = Trouble.of("cut", 12, Link::cut, Link::restore);
  private static final Trouble<Link> STALLED =
      Trouble.of("stalled", 12, Link::stall, Link::restore);
  private static final Trouble<Link> RESET = Trouble.of("reset", 5, Link::reset, Link::restore);
  private static final Trouble<Link> SLOW = Trouble.of("slow", 15, Link::slow, Link::restore);
  private static final Trouble<Link> NARROW = Trouble.of("narrow", 15, Link::narrow, Link::restore);

  static final Map<Trouble<Link>, Integer> OF_WORKER = links(2, 2, 2, 2, 2);
  static final Map<Trouble<Link>, Integer> OF_CLIENT = links(2, 1, 1, 1, 0);
  static final Map<Trouble<Link>, Integer> OF_WEBHOOKS = links(2, 1, 1, 1, 0);
  static final Map<Trouble<Link>, Integer> OF_CALLBACKS = links(2, 1, 0, 0, 0);

  private Troubles() {}

  private static Map<Trouble<Link>, Integer> links(
      int cut, int stalled, int reset, int slow, int narrow) {
    Map<Trouble<Link>, Integer> links = table(CUT, cut, STALLED, stalled);
    links.putAll(table(RESET, reset, SLOW, slow));
    links.put(NARROW, narrow);
    return links;
  }

  private static <T> Map<Trouble<T>, Integer> table(
      Trouble<T> one, int ones, Trouble<T> other, int others) {
    Map<Trouble<T>, Integer> table = new LinkedHashMap<>();
    table.put(one, ones);
    table.put(other, others);
    return table;
  }
}
