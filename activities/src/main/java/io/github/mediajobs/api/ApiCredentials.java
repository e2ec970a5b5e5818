package io.github.mediajobs.api;

import java.util.Objects;

/**
 * An access key, or temporary credentials of the Security Token Service. Their text form hides the
 * secrets.
 *
 * @param accessKeyId whose key
 * @param accessKeySecret the key
 * @param securityToken the token of temporary credentials, or null
 */
public record ApiCredentials(String accessKeyId, String accessKeySecret, String securityToken) {
  /**
   * Checks that the values can stand in a header.
   *
   * @throws IllegalArgumentException naming the value that is empty or holds white space or
   *     anything but ASCII
   */
  public ApiCredentials {
    check("access key id", Objects.requireNonNull(accessKeyId, "accessKeyId"));
    check("access key secret", Objects.requireNonNull(accessKeySecret, "accessKeySecret"));
    if (securityToken != null) {
      check("security token", securityToken);
    }
  }

  private static void check(String name, String value) {
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "the %s is empty or holds white space or other characters that no key has"
              .formatted(name));
    }
  }

  @Override
  public String toString() {
    return "ApiCredentials[accessKeyId=%s, accessKeySecret=***, securityToken=%s]"
        .formatted(accessKeyId, securityToken == null ? "none" : "***");
  }
}
