package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Authorization header of ACS3-HMAC-SHA256.
 *
 * @param accessKeyId who signs
 * @param signedHeaders names in lower case
 * @param signature lower-case hex
 */
record Acs3Authorization(String accessKeyId, SortedSet<String> signedHeaders, String signature) {
  static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final Pattern FORM =
      Pattern.compile(
          ALGORITHM + " Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})");

  Acs3Authorization {
    signedHeaders = Collections.unmodifiableSortedSet(new TreeSet<>(signedHeaders));
  }

  static Acs3Authorization parse(String header) {
    if (header == null) {
      throw new RefusedException(
          ApiError.INCOMPLETE_SIGNATURE.with("The Authorization header is missing."));
    }
    Matcher matcher = FORM.matcher(header);
    if (!matcher.matches()) {
      throw new RefusedException(
          ApiError.INCOMPLETE_SIGNATURE.with(
              "Expected Authorization: "
                  + ALGORITHM
                  + " Credential=ID,SignedHeaders=a;b,Signature=64 hex digits."));
    }
    return new Acs3Authorization(
        matcher.group(1),
        new TreeSet<>(Arrays.asList(matcher.group(2).split(";"))),
        matcher.group(3));
  }
}
