package io.github.mediajobs.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both clients tell the same Code, message and RequestId of an error. */
@ExtendWith(OfficialExtension.class)
class ErrorsTest {
  private static final ApiCredentials KEY = new ApiCredentials("AK", "sk", null);
  private static final String REQUEST_ID = "4C467B38-3910-447D-87BC-AC049166F216";

  /** The vendor's errors beyond those that the emulator answers by itself. */
  private static final List<ApiError> MORE =
      List.of(
          new ApiError(404, "JobNotFound", "The specified job not found"),
          new ApiError(404, "ResourceNotFound", "The specified resource is not found."),
          new ApiError(400, "InvalidParameter.ResourceNotFound", "The job is not found."),
          new ApiError(400, "InvalidParameter", "The specified parameter JobId is not valid."),
          new ApiError(400, "MissingJobId", "JobId is mandatory for this action."),
          new ApiError(400, "Throttling", "Request was denied due to request throttling."),
          new ApiError(400, "Throttling.Api", "Request was denied due to api flow control."),
          new ApiError(400, "Rejected.Throttling", "Request was denied due to throttling."),
          new ApiError(403, "Forbidden.RAM", "User not authorized to operate on the resource."),
          new ApiError(403, "NoPermission", "You are not authorized to do this operation."),
          new ApiError(403, "OperationDenied", "Your account has not enabled ICE."),
          new ApiError(403, "UserDisable", "The user is disabled."),
          new ApiError(403, "InvalidIdentity.ServiceDisabled", "The service is not enabled."),
          new ApiError(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
          new ApiError(500, "InternalError", "The request processing has failed."),
          new ApiError(500, "InternalFailure", "Internal failure."),
          new ApiError(503, "ServiceUnavailable", "The service is temporarily unavailable."),
          new ApiError(503, "ServiceUnavailableTemporary", "\u670d\u52a1\u6682\u4e0d\u53ef\u7528"));

  @RegisterExtension
  static final EmulatorExtension EMULATOR =
      new EmulatorExtension(
          EmulatorOptions.defaults()
              .withCredentials(
                  Credential.of("AK", "sk"),
                  Credential.temporary("STS.AK", "sk", "token", Instant.MAX),
                  Credential.temporary("STS.OLD", "sk", "token", Instant.EPOCH)));

  static Stream<ApiError> errors() {
    return Stream.concat(
        Arrays.stream(ApiError.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == ApiError.class)
            .map(
                field -> {
                  try {
                    return (ApiError) field.get(null);
                  } catch (IllegalAccessException e) {
                    throw new LinkageError(e.getMessage(), e);
                  }
                }),
        MORE.stream());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void bothTellTheSameOfAnAnswer(ApiError error, Official official, Emulator emulator) {
    emulator.fault(Fault.raw(answer(error)).forever());
    for (JobOperation<?> operation : Catalogue.standard().operations()) {
      try (BothClients clients = new BothClients(official, Signature.OWN, emulator, KEY)) {
        Map<String, Object> theirs = theirs(official, clients, operation, "j1");
        assertThat(theirs)
            .containsEntry("code", error.code())
            .containsEntry("statusCode", error.status())
            .containsEntry("message", told(error));
        assertThat(theirs.get("data"))
            .isInstanceOfSatisfying(
                Map.class,
                data -> {
                  assertThat(data.get("Code")).isEqualTo(error.code());
                  assertThat(data.get("Message")).isEqualTo(error.message());
                  assertThat(data.get("RequestId")).isEqualTo(REQUEST_ID);
                });
        ApiException ours = ours(clients, operation, "j1");
        assertThat(ours.code()).isEqualTo(error.code());
        assertThat(ours.httpStatus()).isEqualTo(error.status());
        assertThat(ours.requestId()).isEqualTo(REQUEST_ID);
        assertThat(ours)
            .hasMessageContaining(withoutFullStop(error.message()))
            .hasMessageContaining(REQUEST_ID);
      }
    }
  }

  /** A mistake in a call, and the Code of the answer to it. */
  record Mistake(String code, ApiCredentials key) {}

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake("JobNotFound", KEY),
        new Mistake("JobNotFound", new ApiCredentials("STS.AK", "sk", "token")),
        new Mistake("InvalidAccessKeyId.NotFound", new ApiCredentials("NOBODY", "sk", null)),
        new Mistake("SignatureDoesNotMatch", new ApiCredentials("AK", "wrong", null)),
        new Mistake("InvalidSecurityToken.Malformed", new ApiCredentials("STS.AK", "sk", null)),
        new Mistake("InvalidSecurityToken.Malformed", new ApiCredentials("STS.AK", "sk", "other")),
        new Mistake("InvalidSecurityToken.Expired", new ApiCredentials("STS.OLD", "sk", "token")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theEmulatorTellsBothOfAMistake(Mistake mistake, Official official, Emulator emulator) {
    for (JobOperation<?> operation : Catalogue.standard().operations()) {
      for (Signature signature : List.of(Signature.RPC, Signature.ACS3)) {
        try (BothClients clients = new BothClients(official, signature, emulator, mistake.key())) {
          ApiException ours = ours(clients, operation, "nowhere");
          assertThat(ours.code()).isEqualTo(mistake.code());
          assertThat(theirs(official, clients, operation, "nowhere"))
              .containsEntry("code", mistake.code())
              .containsEntry("statusCode", ours.httpStatus());
        }
      }
    }
  }

  private static Response answer(ApiError error) {
    return Response.json(
        error.status(),
        Json.tree(
            Map.of(
                "RequestId",
                REQUEST_ID,
                "HostId",
                "ice.cn-shanghai.aliyuncs.com",
                "Code",
                error.code(),
                "Message",
                error.message())));
  }

  /** The official form of a message. */
  private static String told(ApiError error) {
    return "code: %d, %s request id: %s".formatted(error.status(), error.message(), REQUEST_ID);
  }

  private static Map<String, Object> theirs(
      Official official, BothClients clients, JobOperation<?> operation, String jobId) {
    return new TreeMap<>(
        official.errors().apply(catchThrowable(() -> clients.official(operation, jobId))));
  }

  private static ApiException ours(BothClients clients, JobOperation<?> operation, String jobId) {
    return catchThrowableOfType(ApiException.class, () -> clients.ours(operation, jobId));
  }

  private static String withoutFullStop(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
