package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import java.util.Set;

/** A request as its form of signature says it: each form has its own place for the same things. */
public sealed interface SignedRequest permits Acs3Request, RpcRequest {
  /**
   * Reads a request in the form that it is signed in.
   *
   * @param request the request, whose signature may be wrong or absent
   * @return a request of RPC signatures when it carries any of their parameters and no header
   *     Authorization, else one of ACS3
   */
  static SignedRequest of(Request request) {
    return RpcRequest.isRpc(request) ? new RpcRequest(request) : new Acs3Request(request);
  }

  /**
   * The operation.
   *
   * @return the action, or null
   */
  String action();

  /**
   * The version of the API.
   *
   * @return the version, or null
   */
  String version();

  /**
   * Whose request it says it is, proven or not.
   *
   * @return the access key id
   * @throws RefusedException when it names none
   */
  String accessKeyId();

  /**
   * When it was signed.
   *
   * @return the date as sent, or null
   */
  String timestamp();

  /**
   * What makes it unique.
   *
   * @return the nonce, or null
   */
  String nonce();

  /**
   * The token of temporary credentials.
   *
   * @return the token, or null
   */
  String securityToken();

  /**
   * The parameters that belong to this form of signature rather than to the operation.
   *
   * @return their names
   */
  Set<String> ownParameters();

  /**
   * Compares its signature with the server's.
   *
   * @param credential of the access key id
   * @throws RefusedException when it is another one, or does not sign all that it must
   */
  void checkSignature(Credential credential);
}
