package io.github.mediajobs.emulator.callback;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the emulator posts its events, and what goes wrong on the way.
 *
 * @param url takes the events; as it stands here it is signed
 * @param authKey the key of the signature; null to sign nothing, as with the vendor's AuthSwitch
 *     off
 * @param drop the share of events that are never sent, 0 to 1; default 0
 * @param forge the share of events that are forged, 0 to 1; default 0
 * @param forgery how they are forged; default {@link Forgery#WRONG_SIGNATURE}
 * @param repeat how often each event is sent, at least 1; default 1
 * @param delay how long after the end an event is sent, in real time; default zero
 */
public record CallbackOptions(
    URI url,
    String authKey,
    double drop,
    double forge,
    Forgery forgery,
    int repeat,
    Duration delay) {
  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException naming the first that is out of bounds
   */
  public CallbackOptions {
    Objects.requireNonNull(forgery, "forgery");
    if (url.getHost() == null || !("http".equals(url.getScheme()) || isHttps(url))) {
      throw new IllegalArgumentException("url: expected http://host... or https://host...");
    }
    if (!(drop >= 0 && drop <= 1)) {
      throw new IllegalArgumentException("drop: expected 0 to 1, got " + drop);
    }
    if (!(forge >= 0 && drop + forge <= 1)) {
      throw new IllegalArgumentException("forge: expected 0 to 1, with drop, got " + forge);
    }
    if (repeat < 1) {
      throw new IllegalArgumentException("repeat: expected at least 1, got " + repeat);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay: expected zero or more, got " + delay);
    }
  }

  /**
   * Every event once, right and at once.
   *
   * @param url takes the events
   * @param authKey the key of the signature, or null
   * @return the options
   */
  public static CallbackOptions to(URI url, String authKey) {
    return new CallbackOptions(url, authKey, 0, 0, Forgery.WRONG_SIGNATURE, 1, Duration.ZERO);
  }

  /**
   * Loses events.
   *
   * @param share of all events, 0 to 1
   * @return new options
   */
  public CallbackOptions dropping(double share) {
    return new CallbackOptions(url, authKey, share, forge, forgery, repeat, delay);
  }

  /**
   * Forges events.
   *
   * @param share of all events, 0 to 1
   * @param how what is wrong with them
   * @return new options
   */
  public CallbackOptions forging(double share, Forgery how) {
    return new CallbackOptions(url, authKey, drop, share, how, repeat, delay);
  }

  /**
   * Sends each event more than once.
   *
   * @param times how often
   * @return new options
   */
  public CallbackOptions repeating(int times) {
    return new CallbackOptions(url, authKey, drop, forge, forgery, times, delay);
  }

  /**
   * Sends events late.
   *
   * @param by how long after the end, in real time
   * @return new options
   */
  public CallbackOptions delayed(Duration by) {
    return new CallbackOptions(url, authKey, drop, forge, forgery, repeat, by);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "CallbackOptions[url=%s, signed=%s, drop=%s, forge=%s, forgery=%s, repeat=%d, delay=%s]"
        .formatted(url, authKey != null, drop, forge, forgery, repeat, delay);
  }

  private static boolean isHttps(URI url) {
    return "https".equals(url.getScheme());
  }
}
