package io.github.mediajobs.judges;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is hard to sign alike; the same seed gives the same. */
public final class RandomText {
  /** Another one with {@code -Djudges.seed}. */
  public static final long SEED = Long.getLong("judges.seed", 20261121);

  private static final String LETTERS = "abcXYZ019";
  private static final List<String> HARD =
      List.of(
          "+",
          "*",
          "~",
          "/",
          "&",
          "=",
          "%",
          "?",
          "#",
          "%20",
          "%2B",
          ":",
          ";",
          ",",
          "@",
          "!",
          "$",
          "'",
          "(",
          ")",
          "[",
          "]",
          "{",
          "|",
          "\\",
          "^",
          "`",
          "\"",
          "<",
          ".",
          "-",
          "_",
          " ",
          "\t",
          "\n",
          "\r",
          "\u0000",
          "\u007f",
          "\u00a0",
          "\u00e9",
          "\u00df",
          "e\u0301",
          "\u4f5c",
          "\u3000",
          "\ufeff",
          "\uffff",
          "\ud83c\udfac",
          "\ud840\udc0b",
          "\udbff\udfff");

  private final Random random;

  public RandomText(long seed) {
    random = new Random(seed);
  }

  /**
   * From nothing up to a length, of any characters. Lone surrogates are none: URLEncoder of JDK 25,
   * with which the official signer encodes, drops one at the end.
   */
  public String any(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(length + 1); i > 0; i--) {
      text.append(random.nextBoolean() ? letter() : one(HARD));
    }
    return text.toString();
  }

  /** One letter or digit or more. */
  public String word(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(length); i > 0; i--) {
      text.append(letter());
    }
    return text.toString();
  }

  /** One visible ASCII character or more. */
  public String visible(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(length); i > 0; i--) {
      text.append((char) ('!' + random.nextInt('~' - '!' + 1)));
    }
    return text.toString();
  }

  /** Parameters, up to a number; empty names and values among them. */
  public SortedMap<String, String> parameters(int most) {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      parameters.put(any(8), any(24));
    }
    return parameters;
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** True once in so many times. */
  public boolean once(int in) {
    return below(in) == 0;
  }

  /** From zero up to below a number. */
  public int below(int number) {
    return random.nextInt(number);
  }

  private char letter() {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }
}
