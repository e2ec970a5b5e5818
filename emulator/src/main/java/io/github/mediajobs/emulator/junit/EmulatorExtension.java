package io.github.mediajobs.emulator.junit;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs an emulator for a test class and its nested classes: started before all, reset before each
 * test, closed after all, handed to parameters of type {@link Emulator}. Use it with {@code
 * ExtendWith}, or with {@code RegisterExtension} on a static field for options of one's own.
 */
public final class EmulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private final EmulatorOptions options;

  /** An emulator with {@link EmulatorOptions#defaults()}. */
  public EmulatorExtension() {
    this(EmulatorOptions.defaults());
  }

  /**
   * An emulator with options of one's own.
   *
   * @param options what it starts with
   */
  public EmulatorExtension(EmulatorOptions options) {
    this.options = options;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    emulator(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    emulator(context).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Emulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return emulator(context);
  }

  private Emulator emulator(ExtensionContext context) {
    return context
        .getStore(Namespace.create(EmulatorExtension.class, this))
        .getOrComputeIfAbsent(Emulator.class, type -> Emulator.start(options), Emulator.class);
  }
}
