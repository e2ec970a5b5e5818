package io.github.mediajobs.api.budget;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Those who wait for a call. Kinds take turns, in a kind its shares do, and a share's own callers
 * come in the order of asking. Each map is a ring: its first key has the next turn, and goes to the
 * end with it. Not safe for threads.
 *
 * @param <T> one who waits
 */
final class WaitingLine<T> {
  private final Map<Caller.Kind, Map<String, Set<T>>> kinds = new LinkedHashMap<>();

  boolean isEmpty() {
    return kinds.isEmpty();
  }

  int size() {
    return kinds.values().stream().mapToInt(WaitingLine::size).sum();
  }

  void add(Caller caller, T waiter) {
    kinds
        .computeIfAbsent(caller.kind(), kind -> new LinkedHashMap<>())
        .computeIfAbsent(caller.share(), share -> new LinkedHashSet<>())
        .add(waiter);
  }

  /** Who comes next; only when there is one. */
  T first() {
    return first(first(first(kinds.values()).values()));
  }

  /** Takes out who comes next; only when there is one. */
  T poll() {
    Caller.Kind kind = first(kinds.keySet());
    Map<String, Set<T>> shares = kinds.remove(kind);
    String share = first(shares.keySet());
    Set<T> waiters = shares.remove(share);
    T served = first(waiters);
    waiters.remove(served);
    if (!waiters.isEmpty()) {
      shares.put(share, waiters);
    }
    if (!shares.isEmpty()) {
      kinds.put(kind, shares);
    }
    return served;
  }

  /** Takes one out who waits no more. */
  void remove(Caller caller, T waiter) {
    Map<String, Set<T>> shares = kinds.getOrDefault(caller.kind(), Map.of());
    Set<T> waiters = shares.getOrDefault(caller.share(), Set.of());
    if (waiters.contains(waiter)) {
      waiters.remove(waiter);
      dropIfEmpty(shares, caller.share(), waiters.isEmpty());
      dropIfEmpty(kinds, caller.kind(), shares.isEmpty());
    }
  }

  /** How many are served before one who asks now, if nobody else comes. */
  int ahead(Caller caller) {
    Map<String, Set<T>> shares = kinds.getOrDefault(caller.kind(), Map.of());
    int inShare = shares.getOrDefault(caller.share(), Set.of()).size();
    int inKind = ahead(shares, caller.share(), inShare, Set::size);
    return ahead(kinds, caller.kind(), inKind, WaitingLine::size);
  }

  /** A ring grants each other key one turn for each of the key's own, and one if it is earlier. */
  private static <K, V> int ahead(Map<K, V> ring, K key, int own, ToIntFunction<V> size) {
    int ahead = own;
    boolean earlier = true;
    for (Map.Entry<K, V> other : ring.entrySet()) {
      if (other.getKey().equals(key)) {
        earlier = false;
      } else {
        ahead += Math.min(size.applyAsInt(other.getValue()), own + (earlier ? 1 : 0));
      }
    }
    return ahead;
  }

  private static <T> int size(Map<String, Set<T>> shares) {
    return shares.values().stream().mapToInt(Set::size).sum();
  }

  private static <K> void dropIfEmpty(Map<K, ?> ring, K key, boolean empty) {
    if (empty) {
      ring.remove(key);
    }
  }

  private static <E> E first(Collection<E> some) {
    return some.iterator().next();
  }
}
