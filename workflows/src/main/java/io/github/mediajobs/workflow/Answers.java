package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.JoinAnswer;
import java.util.HashMap;
import java.util.Map;

/**
 * The waits of one workflow run that joined other runs, and what those answered. It is fed by a
 * signal method that the workflow declares: a listener registered later would make the SDK deliver
 * again whatever signals it had to keep until then.
 */
final class Answers {
  private final Map<String, JoinAnswer> byToken = new HashMap<>();
  private int tokens;

  /** A token for one wait: from now on its answer is kept. */
  String expect() {
    String token = String.valueOf(++tokens);
    byToken.put(token, null);
    return token;
  }

  boolean has(String token) {
    return byToken.get(token) != null;
  }

  /** Takes the answer; another may come. */
  JoinAnswer take(String token) {
    return byToken.put(token, null);
  }

  void forget(String token) {
    byToken.remove(token);
  }

  void ended(JoinAnswer answer) {
    if (answer != null && byToken.containsKey(answer.token())) {
      byToken.put(answer.token(), answer);
    }
  }
}
