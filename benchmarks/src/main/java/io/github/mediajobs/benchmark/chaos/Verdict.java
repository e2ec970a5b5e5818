package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is not as it must be.
 *
 * @param lost jobs of which no run says how they ended, and effects that are not there
 * @param wrong outcomes, effects and steps that are not those of the job
 * @param doubled effects that nobody asked for, and answers that came twice
 */
record Verdict(List<String> lost, List<String> wrong, List<String> doubled) {
  Verdict {
    lost = List.copyOf(lost);
    wrong = List.copyOf(wrong);
    doubled = List.copyOf(doubled);
  }

  boolean clean() {
    return lost.isEmpty() && wrong.isEmpty() && doubled.isEmpty();
  }

  static Verdict of(
      List<Expectation> expected,
      List<Said> said,
      List<Ledger.Effect> effects,
      List<String> contradicted) {
    List<String> lost = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    contradicted.forEach(key -> wrong.add(key + " was told two outcomes"));
    List<String> doubled = new ArrayList<>();
    Map<String, Said> answers = new HashMap<>();
    for (Said one : said) {
      if (answers.put(one.run() + " " + one.jobId(), one) != null) {
        doubled.add("%s answers twice for %s".formatted(one.run(), one.jobId()));
      }
    }
    Map<String, String> ledger =
        effects.stream().collect(Collectors.toMap(Ledger.Effect::key, Ledger.Effect::outcome));
    Set<String> asked = new HashSet<>();
    for (Expectation one : expected) {
      Said answer = answers.get(one.run() + " " + one.jobId());
      if (answer == null || answer.outcome() == null) {
        lost.add("%s says nothing of %s".formatted(one.run(), one.jobId()));
      } else if (!right(one, answer)) {
        wrong.add("%s, but it was %s".formatted(answer, one));
      }
      for (String key : one.keys()) {
        asked.add(key);
        check(key, one.outcome(), ledger.get(key), lost, wrong);
      }
    }
    ledger.keySet().stream()
        .filter(key -> !asked.contains(key))
        .forEach(key -> doubled.add(key + " was done, and nobody asked for it"));
    return new Verdict(lost, wrong, doubled);
  }

  private static boolean right(Expectation expected, Said answer) {
    return answer.outcome() == expected.outcome()
        && answer.completed() == expected.keys().size()
        && (expected.status() == null || expected.status().equals(answer.status()));
  }

  private static void check(
      String key, OutcomeKind outcome, String effect, List<String> lost, List<String> wrong) {
    if (effect == null) {
      lost.add(key + " was not done");
    } else if (!effect.equals(outcome.name())) {
      wrong.add("%s was told %s in place of %s".formatted(key, effect, outcome));
    }
  }
}
