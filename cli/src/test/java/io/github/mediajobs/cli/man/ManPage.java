package io.github.mediajobs.cli.man;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual page of a command, from what its help knows: roff with the macros of man. */
final class ManPage {
  private static final List<String> EVERYWHERE = List.of("--help", "--version", "--verbose");

  private final CommandLine command;
  private final List<String> lines = new ArrayList<>();

  private ManPage(CommandLine command) {
    this.command = command;
  }

  /** The page of a command and all that is under it. */
  static String of(CommandLine command) {
    return new ManPage(command).text();
  }

  private String text() {
    CommandSpec spec = command.getCommandSpec();
    UsageMessageSpec usage = spec.usageMessage();
    lines.add(".\\\" What --help says, written by ManPageTest.");
    lines.add(".TH %s 1 \"\" \"%s\" \"User commands\"".formatted(upper(spec.name()), spec.name()));
    lines.add(".SH NAME");
    lines.add(escaped(spec.name() + " - ") + lowerFirst(paragraphs(usage).get(0)));
    lines.add(".SH SYNOPSIS");
    lines.add(synopsis(command));
    lines.add(".SH DESCRIPTION");
    lines.add(String.join("\n.PP\n", paragraphs(usage)));
    lines.add(".SH OPTIONS");
    spec.options().forEach(this::argument);
    lines.add(".SH COMMANDS");
    command.getSubcommands().values().forEach(this::subcommand);
    lines.add(".SH EXIT STATUS");
    usage.exitCodeList().forEach((code, meaning) -> entry(escaped(code), escaped(meaning)));
    lines.add(".SH EXAMPLES");
    block(usage.footer());
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void subcommand(CommandLine sub) {
    CommandSpec spec = sub.getCommandSpec();
    lines.add(".SS \"%s\"".formatted(escaped(spec.qualifiedName(" "))));
    lines.add(synopsis(sub));
    paragraphs(spec.usageMessage()).forEach(it -> lines.add(".PP\n" + it));
    Stream.concat(
            spec.positionalParameters().stream(), spec.options().stream().filter(ManPage::own))
        .forEach(this::argument);
    lines.add(".PP\n" + escaped(formatted(spec.usageMessage().footerHeading()).strip()));
    block(spec.usageMessage().footer());
  }

  /** What every command has stands once. */
  private static boolean own(OptionSpec option) {
    return !EVERYWHERE.contains(option.longestName());
  }

  private void argument(ArgSpec argument) {
    String name =
        argument instanceof OptionSpec option
            ? String.join(", ", option.names())
                + (option.arity().max() == 0 ? "" : "=" + option.paramLabel())
            : argument.paramLabel();
    String description =
        Stream.of(argument.description()).map(ManPage::formatted).collect(Collectors.joining(" "));
    entry(escaped(name), escaped(description));
  }

  private void entry(String name, String text) {
    lines.add(".TP\n.B " + name + "\n" + text);
  }

  private void block(String... text) {
    lines.add(".RS 4\n.nf");
    for (String line : text) {
      formatted(line).lines().map(String::strip).map(ManPage::escaped).forEach(lines::add);
    }
    lines.add(".fi\n.RE");
  }

  /** The description; an empty line begins a paragraph. */
  private static List<String> paragraphs(UsageMessageSpec usage) {
    String text =
        Stream.of(usage.description()).map(ManPage::formatted).collect(Collectors.joining("\n"));
    return Stream.of(text.strip().split("\n\n", -1))
        .map(it -> it.lines().map(ManPage::escaped).collect(Collectors.joining("\n")))
        .toList();
  }

  private static String synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    return escaped(help.synopsis(0).replaceAll("\\s+", " ").strip());
  }

  private static String formatted(String text) {
    return text.replace("%n", "\n").replace("%%", "%");
  }

  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String lowerFirst(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
