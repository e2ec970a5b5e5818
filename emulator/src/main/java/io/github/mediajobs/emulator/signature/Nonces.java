package io.github.mediajobs.emulator.signature;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nonces that were used and whose requests could still be replayed: those whose date is within
 * the skew window. At most a million are held, then the oldest is forgotten.
 */
public final class Nonces {
  private static final int HELD = 1_000_000;

  private final Map<String, Instant> validUntil = new LinkedHashMap<>();

  /**
   * Uses a nonce.
   *
   * @param nonce the nonce
   * @param until when a request that carries it stops being valid
   * @param now the time
   * @return false when it was used before
   */
  public synchronized boolean use(String nonce, Instant until, Instant now) {
    forget(now);
    return validUntil.putIfAbsent(nonce, until) == null;
  }

  /** Forgets all nonces. */
  public synchronized void clear() {
    validUntil.clear();
  }

  synchronized int size() {
    return validUntil.size();
  }

  private void forget(Instant now) {
    Iterator<Instant> oldest = validUntil.values().iterator();
    while (oldest.hasNext()) {
      boolean full = validUntil.size() >= HELD;
      if (!oldest.next().isBefore(now) && !full) {
        return;
      }
      oldest.remove();
    }
  }
}
