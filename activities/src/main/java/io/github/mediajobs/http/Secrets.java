package io.github.mediajobs.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What no text may repeat, in whatever form others write it: as it is, percent-encoded, escaped as
 * JSON or XML, as hex, as Base64 alone or inside a longer Base64; in any case of letters.
 */
public final class Secrets {
  /** Below it, ordinary words would be hidden; the vendor's keys have 30 characters. */
  private static final int SHORTEST = 10;

  private static final String HIDDEN = "***";

  private final List<String> values;

  private Secrets(Stream<String> values) {
    this.values =
        values.filter(Objects::nonNull).filter(value -> value.length() >= SHORTEST).toList();
  }

  /**
   * Gathers secrets.
   *
   * @param values null for one that does not exist; those of fewer than 10 characters are left out
   * @return what hides them
   */
  public static Secrets of(String... values) {
    return new Secrets(Arrays.stream(values));
  }

  /**
   * The same with one more.
   *
   * @param value as in {@link #of}
   * @return what hides all of them
   */
  public Secrets and(String value) {
    return new Secrets(Stream.concat(values.stream(), Stream.of(value)));
  }

  /**
   * Whether a text repeats one of them as it is, which costs much less to tell than to hide it.
   *
   * @param text any text
   * @return true when it does
   */
  public boolean standIn(String text) {
    // No stream: each string of each answer comes here.
    for (String value : values) {
      if (text.contains(value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Hides the secrets in a text from outside.
   *
   * @param text any text
   * @return the text with three asterisks in place of each, in whatever form
   */
  public String hiddenIn(String text) {
    String rest = text;
    for (String value : values) {
      rest = forms(value).matcher(rest).replaceAll(HIDDEN);
    }
    return rest;
  }

  /**
   * Keeps a cause only when nothing of it repeats a secret: messages of causes are printed too.
   *
   * @param cause any failure
   * @return the same, or null
   */
  public Throwable cleared(Throwable cause) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    String text = trace.toString();
    return hiddenIn(text).equals(text) ? cause : null;
  }

  /** Without what it hides. */
  @Override
  public String toString() {
    return "Secrets[" + values.size() + "]";
  }

  private static Pattern forms(String value) {
    return Pattern.compile(
        encodings(value).map(Secrets::escaped).collect(Collectors.joining("|")),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Stream<String> encodings(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return Stream.concat(
        Stream.of(value, HexFormat.of().formatHex(bytes)),
        IntStream.range(0, 3)
            .boxed()
            .flatMap(
                before ->
                    Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .map(encoder -> inBase64(bytes, before, encoder)))
            .distinct());
  }

  /** The characters that depend on these bytes alone, with some bytes before them. */
  private static String inBase64(byte[] bytes, int before, Base64.Encoder encoder) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    int first = (before * 8 + 5) / 6;
    return encoder.encodeToString(shifted).substring(first, shifted.length * 8 / 6);
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj(Secrets::escaped).collect(Collectors.joining());
  }

  /** Repeated escapes are bounded, so that a long text takes time in proportion. */
  private static String escaped(int character) {
    String itself = Character.toString(character);
    if (character < 0x80 && Character.isLetterOrDigit(character)) {
      return itself;
    }
    String literal = character == ' ' ? "(?: |\\+|%(?:25){0,3}2b)" : Pattern.quote(itself);
    String percent =
        HexFormat.of()
            .withPrefix("%(?:25){0,3}")
            .formatHex(itself.getBytes(StandardCharsets.UTF_8));
    String unicode =
        itself.chars().mapToObj("\\\\{1,7}u%04x"::formatted).collect(Collectors.joining());
    String entity =
        "&(?:amp;){0,3}(?:#0{0,4}%d|#x0{0,4}%x|quot|amp|lt|gt|apos);"
            .formatted(character, character);
    return "(?:\\\\{0,7}%s|%s|%s|%s)".formatted(literal, percent, unicode, entity);
  }
}
