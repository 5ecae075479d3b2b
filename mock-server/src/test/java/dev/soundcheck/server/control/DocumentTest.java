package dev.soundcheck.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soundcheck.server.Limits;
import dev.soundcheck.server.api.ApiReply;
import dev.soundcheck.server.api.ApiRequest;
import dev.soundcheck.server.api.RefusedException;
import dev.soundcheck.server.api.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document says what the routes do (issue 4, point 6). */
final class DocumentTest {
  private static final JsonNode DOCUMENT = JsonMapper.shared().readTree(OpenApi.document());
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final ControlApi api =
      new ControlApi(new Puppets(), Optional.empty(), "test", Limits.USUAL, Optional.empty());

  @Test
  void every_route_is_in_it_and_nothing_else() {
    Set<String> routes = new TreeSet<>();
    api.routes().forEach(route -> routes.add(route.method() + " " + route.path()));

    assertThat(documented()).isEqualTo(routes);
  }

  @Test
  void it_is_served_as_it_lies_in_the_documents() throws RefusedException {
    Route route = find("GET", "/soundcheck/openapi.json");
    ApiReply reply = route.handler().answer(visit(route, Map.of(), ""));

    assertThat(JsonMapper.shared().readTree(reply.body())).isEqualTo(DOCUMENT);
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references = new ArrayList<>();
    DOCUMENT.findValuesAsString("$ref", references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(DOCUMENT.at(one.substring(1)).isMissingNode()).as(one).isFalse());
  }

  @Test
  void variables_of_a_path_are_parameters() {
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        List<String> named =
            parameters(operation.getValue()).stream()
                .filter(one -> one.path("in").asString().equals("path"))
                .map(one -> one.path("name").asString())
                .toList();

        assertThat(named).as(path.getKey()).isEqualTo(variables(path.getKey()));
      }
    }
  }

  /** A member that the document does not have must be refused, and one that it has must not. */
  @Test
  void orders_take_the_members_that_it_names() throws RefusedException {
    for (String order : documented()) {
      String[] parts = order.split(" ");
      JsonNode body =
          resolved(
              DOCUMENT
                  .path("paths")
                  .path(parts[1])
                  .path(parts[0].toLowerCase(Locale.ROOT))
                  .at("/requestBody/content/application~1json/schema"));
      if (body.path("additionalProperties").isBoolean()) {
        Route route = find(parts[0], parts[1]);
        String error = refusal(route, "{\"no_such_member\":1}");

        assertThat(error).as(order).contains("no_such_member: expected '");
        for (String member : body.path("properties").propertyNames()) {
          assertThat(refusal(route, "{\"" + member + "\":[]}"))
              .as(order)
              .contains(member + ": expected ")
              .doesNotContain("not known here");
        }
      }
    }
  }

  private static String refusal(Route route, String body) throws RefusedException {
    try {
      ApiReply reply = route.handler().answer(visit(route, Map.of("session", "1"), body));
      throw new AssertionError(route + " took " + body + ": " + reply);
    } catch (RefusedException refused) {
      assertThat(refused.reply().status()).isEqualTo(400);
      return JsonMapper.shared().readTree(refused.reply().body()).path("error").asString();
    }
  }

  private static Route.Visit visit(Route route, Map<String, String> variables, String body) {
    return new Route.Visit(
        new ApiRequest(route.method(), route.path(), Map.of(), Map.of(), body), variables);
  }

  private Route find(String method, String path) {
    return api.routes().stream()
        .filter(route -> route.method().equals(method) && route.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> documented() {
    Set<String> documented = new TreeSet<>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return documented;
  }

  private static List<JsonNode> parameters(JsonNode operation) {
    return operation.path("parameters").valueStream().map(DocumentTest::resolved).toList();
  }

  private static JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : DOCUMENT.at(reference.substring(1));
  }

  private static List<String> variables(String path) {
    Matcher matcher = VARIABLE.matcher(path);
    List<String> variables = new ArrayList<>();
    while (matcher.find()) {
      variables.add(matcher.group(1));
    }
    return variables;
  }
}
