package dev.soundcheck.schemas;

import tools.jackson.databind.node.ObjectNode;

/** Where the protocol is spoken, and by what key (events.yaml endpoint, auth). */
final class AsyncApiServers {
  private AsyncApiServers() {}

  static ObjectNode all() {
    ObjectNode servers = Json.mapper().createObjectNode();
    ObjectNode service = servers.putObject("service");
    service.put("host", "api.x.ai").put("protocol", "wss").put("description", "The service.");
    service.putArray("security").addObject().put("$ref", "#/components/securitySchemes/key");
    servers
        .putObject("mock")
        .put("host", "127.0.0.1:8765")
        .put("protocol", "ws")
        .put("description", "The mock, as `soundcheck serve` starts it.");
    return servers;
  }

  static ObjectNode security() {
    ObjectNode schemes = Json.mapper().createObjectNode();
    schemes
        .putObject("key")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API key or a client secret.");
    return schemes;
  }
}
