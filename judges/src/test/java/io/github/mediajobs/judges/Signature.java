package io.github.mediajobs.judges;

import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import java.util.Map;

/** How the official clients are told to sign. */
enum Signature {
  /** As each does by itself. */
  OWN(null),
  RPC("v2"),
  ACS3("ACS3-HMAC-SHA256");

  private static final Map<Service, Signature> BY_ITSELF =
      Map.of(Service.ICE, RPC, Service.MPS, ACS3);

  private final String algorithm;

  Signature(String algorithm) {
    this.algorithm = algorithm;
  }

  /** What the official Config says of it. */
  Map<String, String> settings() {
    return algorithm == null ? Map.of() : Map.of("signatureAlgorithm", algorithm);
  }

  /** The form that a request of the operation has on the wire: never {@link #OWN}. */
  Signature onTheWire(JobOperation<?> operation) {
    return this == OWN ? BY_ITSELF.get(operation.service()) : this;
  }
}
