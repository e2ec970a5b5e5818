package io.github.mediajobs.operation;

import java.util.Objects;

/**
 * One of the vendor's API products.
 *
 * @param name the short name, such as {@code ICE}; the variable {@code MEDIAJOBS_<name>_ENDPOINT}
 *     overrides its endpoint
 * @param version the API version, such as {@code 2020-11-09}
 * @param hostPattern the public host with {@code {region}} where the region stands
 */
public record Service(String name, String version, String hostPattern) {
  /** Intelligent Media Services. */
  public static final Service ICE = new Service("ICE", "2020-11-09", "ice.{region}.aliyuncs.com");

  /** ApsaraVideo Media Processing. */
  public static final Service MPS = new Service("MPS", "2014-06-18", "mts.{region}.aliyuncs.com");

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public Service {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(hostPattern, "hostPattern");
  }

  /**
   * The public host of a region.
   *
   * @param region such as {@code cn-shanghai}
   * @return the host name
   */
  public String host(String region) {
    return hostPattern.replace("{region}", region);
  }
}
