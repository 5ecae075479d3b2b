package dev.soundcheck.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which route a request means (docs/decisions/server-http-answers.md). */
final class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              Route.get("/things/{id}", visit -> named("thing " + visit.variable("id"))),
              Route.get("/things/best", visit -> named("the best")),
              Route.delete("/things/{id}", visit -> named("gone " + visit.variable("id"))),
              Route.put("/things/{id}/parts/{part}", visit -> named(visit.variables().toString())),
              Route.post(
                  "/things",
                  visit -> {
                    throw new RefusedException(ApiReply.refusal(400, "no", "No."));
                  })));

  @ParameterizedTest
  @CsvSource({
    "GET, /things/7, 200, thing 7",
    "HEAD, /things/7, 200, thing 7",
    "GET, /things/best, 200, the best",
    "DELETE, /things/best, 200, gone best",
    "GET, /things/, 404, There is nothing at",
    "GET, /things/7/parts, 404, There is nothing at",
    "POST, /things/7, 405, 'Use DELETE, GET'",
    "POST, /things, 400, No."
  })
  void the_route_with_fewer_variables_wins(String method, String path, int status, String answer) {
    ApiReply reply = routes.answer(new ApiRequest(method, path, Map.of(), Map.of(), ""));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).contains(answer);
  }

  @Test
  void every_name_in_braces_is_filled() {
    ApiRequest request = new ApiRequest("PUT", "/things/7/parts/wheel", Map.of(), Map.of(), "{}");

    assertThat(routes.answer(request).body()).contains("id=7", "part=wheel");
  }

  private static ApiReply named(String name) {
    return ApiReply.json(200, JsonNodeFactory.instance.objectNode().put("name", name));
  }
}
