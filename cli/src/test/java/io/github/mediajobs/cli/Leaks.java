package io.github.mediajobs.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets, or half of one, in texts that may write them in other forms: it undoes what may be
 * an escape, up to three times, and decodes what may be hex or Base64, and knows nothing of how the
 * library hides them.
 */
final class Leaks {
  private static final int ESCAPED = 3;
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{32,}");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "%([0-9A-Fa-f]{2})|\\\\u([0-9A-Fa-f]{4})|\\\\([\"\\\\/])|&(quot|amp|lt|gt|apos);");
  private static final Map<String, String> ENTITIES =
      Map.of("quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'");
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){10,}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

  private final List<String> parts = new ArrayList<>();
  private final Set<String> halfSignatures = new TreeSet<>();

  Leaks(Collection<String> secrets, Collection<String> signatures) {
    for (String secret : secrets) {
      String half = secret.substring(0, secret.length() / 2);
      for (String part : List.of(half, secret.substring(half.length()))) {
        parts.add(comparable(part));
        parts.add(comparable(new String(part.getBytes(UTF_8), ISO_8859_1)));
      }
    }
    for (String signature : signatures) {
      halfSignatures.add(signature.substring(0, 32));
      halfSignatures.add(signature.substring(32));
    }
  }

  /** What was found, each with the text around it. */
  Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    String rest = text;
    for (int i = 0; i <= ESCAPED; i++) {
      String runs = runs(rest);
      String inRuns = unescaped(runs);
      search(rest, found);
      search(runs, found);
      search(inRuns, found);
      search(runs(inRuns), found);
      rest = unescaped(rest);
    }
    return found;
  }

  private void search(String text, Set<String> found) {
    String comparable = comparable(text);
    for (String part : parts) {
      int at = comparable.indexOf(part);
      if (at >= 0) {
        found.add(around(text, at));
      }
    }
    Matcher hex = SIGNATURE.matcher(comparable);
    while (hex.find()) {
      String run = hex.group();
      for (int at = 0; at + 32 <= run.length(); at++) {
        if (halfSignatures.contains(run.substring(at, at + 32))) {
          found.add(around(text, hex.start()));
        }
      }
    }
  }

  /** In a URL a plus sign may be a space. */
  private static String comparable(String text) {
    return text.toLowerCase(Locale.ROOT).replace('+', ' ');
  }

  private static String unescaped(String text) {
    return ESCAPE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(meant(it)));
  }

  private static String meant(MatchResult escape) {
    if (escape.group(1) != null) {
      return character(escape.group(1));
    }
    if (escape.group(2) != null) {
      return character(escape.group(2));
    }
    return escape.group(3) != null ? escape.group(3) : ENTITIES.get(escape.group(4));
  }

  private static String character(String hex) {
    return Character.toString((char) Integer.parseInt(hex, 16));
  }

  private static String runs(String text) {
    StringBuilder runs = new StringBuilder();
    HEX.matcher(text)
        .results()
        .forEach(it -> runs.append(latin1(HexFormat.of().parseHex(it.group()))).append('\n'));
    BASE64.matcher(text).results().forEach(it -> base64(it.group(), runs));
    return runs.toString();
  }

  private static void base64(String run, StringBuilder runs) {
    String standard = run.replace('-', '+').replace('_', '/');
    for (int from = 0; from < 4; from++) {
      int length = (standard.length() - from) / 4 * 4;
      byte[] bytes = Base64.getDecoder().decode(standard.substring(from, from + length));
      runs.append(latin1(bytes)).append('\n');
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 100));
  }
}
