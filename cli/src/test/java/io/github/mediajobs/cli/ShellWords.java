package io.github.mediajobs.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a block of shell, each as its words: quotes, line breaks in quotes or after a
 * backslash, and comments are understood; what else a shell can do is not.
 */
final class ShellWords {
  private final String text;
  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  static List<List<String>> commands(String block) {
    return new ShellWords(block).read();
  }

  private List<List<String>> read() {
    for (at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case ' ' -> endWord();
        case '\n' -> endCommand();
        case '\'', '"' -> quoted(c);
        case '\\' -> escaped();
        case '#' -> commentOr(c);
        case '|', ';', '&', '<', '>', '$', '`', '(', ')' ->
            throw new IllegalArgumentException("not understood: " + c + " in\n" + text);
        default -> add(c);
      }
    }
    endCommand();
    return commands;
  }

  private void quoted(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new IllegalArgumentException("an open " + quote + " in\n" + text);
    }
    begin().append(text, at + 1, end);
    at = end;
  }

  private void escaped() {
    at++;
    if (text.charAt(at) != '\n') {
      add(text.charAt(at));
    }
  }

  private void commentOr(char c) {
    if (word != null) {
      add(c);
      return;
    }
    int end = text.indexOf('\n', at);
    at = (end < 0 ? text.length() : end) - 1;
  }

  private void add(char c) {
    begin().append(c);
  }

  private StringBuilder begin() {
    if (word == null) {
      word = new StringBuilder();
    }
    return word;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
