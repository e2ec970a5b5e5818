package io.github.mediajobs.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How servers and libraries write what they repeat. */
public record Form(String name, UnaryOperator<String> writing) {
  public static final Form PLAIN = new Form("plain", text -> text);
  public static final Form HEX =
      new Form("hex", text -> HexFormat.of().formatHex(text.getBytes(UTF_8)));
  public static final Form BASE64 =
      new Form("Base64", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  private static final Form URL = new Form("URL", text -> URLEncoder.encode(text, UTF_8));
  private static final Form JSON =
      new Form("JSON", text -> new String(JsonStringEncoder.getInstance().quoteAsString(text)));

  public static List<Form> all() {
    return List.of(
        PLAIN,
        new Form("upper case", text -> text.toUpperCase(Locale.ROOT)),
        URL,
        new Form("URL twice", text -> URL.of(URL.of(text))),
        new Form(
            "URL, lower case, in part",
            text -> text.replace("%", "%25").replace("+", "%2b").replace("=", "%3d")),
        HEX,
        new Form("upper-case hex", text -> HEX.of(text).toUpperCase(Locale.ROOT)),
        BASE64,
        new Form(
            "Base64 for URLs", text -> Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))),
        new Form("Base64 in a URL", text -> URL.of(BASE64.of(text))),
        JSON,
        new Form("JSON in JSON", text -> JSON.of(JSON.of(text))),
        new Form("JSON with escaped slashes", text -> JSON.of(text).replace("/", "\\/")),
        new Form("JSON with all escaped", Form::unicode),
        new Form(
            "XML", text -> text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")),
        new Form(
            "HTML with numbers",
            text -> text.replace("&", "&#38;").replace("+", "&#x2B;").replace("\"", "&#034;")));
  }

  public String of(String text) {
    return writing.apply(text);
  }

  @Override
  public String toString() {
    return name;
  }

  private static String unicode(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c < 128 && Character.isLetterOrDigit(c)
                    ? Character.toString(c)
                    : "\\u%04X".formatted(c))
        .collect(Collectors.joining());
  }
}
