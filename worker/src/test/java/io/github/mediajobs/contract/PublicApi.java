package io.github.mediajobs.contract;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users can see of classes, a line for each type and member. */
final class PublicApi {
  private PublicApi() {}

  /** In order of their names. */
  static List<String> of(Collection<Class<?>> classes) {
    return classes.stream()
        .filter(PublicApi::visible)
        .sorted(Comparator.comparing(Class::getName))
        .flatMap(PublicApi::lines)
        .toList();
  }

  private static boolean visible(Class<?> type) {
    return seen(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getDeclaringClass() == null || visible(type.getDeclaringClass()));
  }

  private static boolean seen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static Stream<String> lines(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
        .flatMap(Arrays::stream)
        .map(Member.class::cast)
        .filter(it -> seen(it.getModifiers()) && !it.isSynthetic())
        .forEach(it -> members.add("  " + member(it)));
    return Stream.concat(Stream.of(header(type)), members.stream());
  }

  private static String header(Class<?> type) {
    String above =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass())
                    .filter(it -> it != Object.class && it != Record.class),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    String kind =
        type.isRecord()
            ? "record"
            : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    String more =
        (type.isSealed() ? "sealed " : "")
            + (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() ? "abstract " : "");
    return more
        + kind
        + " "
        + type.getName()
        + variables(type)
        + (above.isEmpty() ? "" : ": " + above);
  }

  private static String variables(GenericDeclaration generic) {
    return generic.getTypeParameters().length == 0
        ? ""
        : Arrays.stream(generic.getTypeParameters())
            .map(PublicApi::variable)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String variable(TypeVariable<?> variable) {
    return variable
        + Arrays.stream(variable.getBounds())
            .filter(it -> it != Object.class)
            .map(it -> " extends " + it.getTypeName())
            .collect(Collectors.joining());
  }

  private static String member(Member member) {
    String text =
        member instanceof Executable executable
            ? executable.toGenericString()
            : ((java.lang.reflect.Field) member).toGenericString();
    String owner = member.getDeclaringClass().getTypeName() + ".";
    return (((AnnotatedElement) member).isAnnotationPresent(Deprecated.class) ? "deprecated " : "")
        + text.replace(owner, "").replace("public ", "").replace("final ", "");
  }
}
