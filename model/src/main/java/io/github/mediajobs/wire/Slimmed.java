package io.github.mediajobs.wire;

import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Ends of jobs made small enough for one payload. */
final class Slimmed {
  /** 512 KiB less what stands around the list. */
  static final int PAYLOAD = 511 * 1024;

  private static final int SHOWN = 80;

  /** What is given up, in this order, in all entries alike; who a job is and its kind never. */
  private static final List<Cut> CUTS =
      List.of(
          new Cut("steps", end -> new JobEnd(end.outcome(), end.failure(), null)),
          new Cut("message", end -> worded(end, text -> shown(text), true)),
          new Cut("message", end -> worded(end, text -> null, true)),
          new Cut("finishedAt", end -> worded(end, text -> null, false)),
          new Cut("code", Slimmed::bare));

  private Slimmed() {}

  private record Cut(String field, UnaryOperator<JobEnd> slimmer) {}

  static BatchResult to(int bytes, List<JobEnd> ends) {
    List<JobEnd> slim = withFewerJobs(bytes, ends);
    List<String> truncated = new ArrayList<>();
    for (Cut cut : CUTS) {
      if (total(slim) <= bytes) {
        break;
      }
      List<JobEnd> slimmer = slim.stream().map(cut.slimmer()).toList();
      if (!slimmer.equals(slim) && !truncated.contains(cut.field())) {
        truncated.add(cut.field());
      }
      slim = slimmer;
    }
    return new BatchResult(slim, truncated.isEmpty() ? null : truncated);
  }

  private static List<JobEnd> withFewerJobs(int bytes, List<JobEnd> ends) {
    List<JobEnd> slim = new ArrayList<>(ends);
    int excess = total(ends) - bytes;
    if (excess <= 0) {
      return slim;
    }
    List<Integer> largestFirst =
        IntStream.range(0, slim.size())
            .filter(i -> slim.get(i).outcome().job() != null)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> size(slim.get(i))).reversed())
            .toList();
    for (int i : largestFirst) {
      if (excess <= 0) {
        break;
      }
      JobEnd without = slim.get(i).withJob(null, List.of(""));
      excess -= size(slim.get(i)) - size(without);
      slim.set(i, without);
    }
    return slim;
  }

  private static JobEnd worded(JobEnd end, UnaryOperator<String> words, boolean times) {
    Outcome it = end.outcome();
    return new JobEnd(
        it.worded(it.status(), it.code(), words.apply(it.message()), times),
        failure(end.failure(), words),
        end.steps());
  }

  private static JobFailure failure(JobFailure it, UnaryOperator<String> words) {
    return it == null
        ? null
        : new JobFailure(
            it.type(), words.apply(it.message()), it.code(), it.requestId(), it.httpStatus());
  }

  private static JobEnd bare(JobEnd end) {
    JobFailure failure =
        end.failure() == null ? null : new JobFailure(end.failure().type(), null, null, null, null);
    Outcome outcome = end.outcome().worded(null, null, null, false).withJob(null, null);
    return new JobEnd(outcome, failure, null);
  }

  private static String shown(String text) {
    return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }

  private static int total(List<JobEnd> ends) {
    return ends.stream().mapToInt(end -> size(end) + 1).sum();
  }

  static int size(JobEnd end) {
    return Json.write(end).getBytes(StandardCharsets.UTF_8).length;
  }
}
