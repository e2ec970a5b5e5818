package io.github.mediajobs.emulator;

import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.operation.Catalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * What an emulator starts with.
 *
 * @param port the port on 127.0.0.1; 0 for any that is free
 * @param clock the time of jobs, dates and limits; delays and drips take real time
 * @param catalogue the operations that exist
 * @param credentials who may call
 * @param tls makes it speak https, with this context's certificate; null for plain http
 * @param callbacks where it posts events to; null for nowhere
 */
public record EmulatorOptions(
    int port,
    InstantSource clock,
    Catalogue catalogue,
    List<Credential> credentials,
    SSLContext tls,
    CallbackOptions callbacks) {
  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException when the port is not from 0 to 65535
   */
  public EmulatorOptions {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(catalogue, "catalogue");
    credentials = List.copyOf(credentials);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port: expected 0 to 65535, got " + port);
    }
  }

  /**
   * Plain http on any free port, the system's clock, the standard catalogue, the access key {@code
   * emulator} with the secret {@code emulator}.
   *
   * @return the options
   */
  public static EmulatorOptions defaults() {
    return new EmulatorOptions(
        0,
        InstantSource.system(),
        Catalogue.standard(),
        List.of(Credential.of("emulator", "emulator")),
        null,
        null);
  }

  /**
   * Chooses the port.
   *
   * @param value the port on 127.0.0.1; 0 for any that is free
   * @return new options
   */
  public EmulatorOptions withPort(int value) {
    return new EmulatorOptions(value, clock, catalogue, credentials, tls, callbacks);
  }

  /**
   * Chooses the clock.
   *
   * @param value the time of jobs, dates and limits
   * @return new options
   */
  public EmulatorOptions withClock(InstantSource value) {
    return new EmulatorOptions(port, value, catalogue, credentials, tls, callbacks);
  }

  /**
   * Chooses the operations.
   *
   * @param value the operations that exist
   * @return new options
   */
  public EmulatorOptions withCatalogue(Catalogue value) {
    return new EmulatorOptions(port, clock, value, credentials, tls, callbacks);
  }

  /**
   * Chooses who may call.
   *
   * @param values the credentials in place of the default one
   * @return new options
   */
  public EmulatorOptions withCredentials(Credential... values) {
    return new EmulatorOptions(port, clock, catalogue, List.of(values), tls, callbacks);
  }

  /**
   * Speaks https.
   *
   * @param value a context whose key manager holds the certificate
   * @return new options
   */
  public EmulatorOptions withTls(SSLContext value) {
    return new EmulatorOptions(port, clock, catalogue, credentials, value, callbacks);
  }

  /**
   * Posts events.
   *
   * @param value where to, and what goes wrong on the way
   * @return new options
   */
  public EmulatorOptions withCallbacks(CallbackOptions value) {
    return new EmulatorOptions(port, clock, catalogue, credentials, tls, value);
  }
}
