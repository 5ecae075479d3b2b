package dev.soundcheck.script;

import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table by the names of its columns. */
final class Rows {
  private Rows() {}

  /** One map for each row below the first, which names the columns. */
  static List<Map<String, String>> of(PickleStep step) {
    List<List<String>> rows =
        step.getArgument()
            .flatMap(PickleStepArgument::getDataTable)
            .map(Rows::cells)
            .orElse(List.of());
    List<Map<String, String>> named = new ArrayList<>();
    for (int row = 1; row < rows.size(); row++) {
      Map<String, String> names = new LinkedHashMap<>();
      for (int column = 0; column < rows.get(row).size(); column++) {
        names.put(rows.get(0).get(column), rows.get(row).get(column));
      }
      named.add(names);
    }
    return named;
  }

  private static List<List<String>> cells(PickleTable table) {
    return table.getRows().stream()
        .map(row -> row.getCells().stream().map(PickleTableCell::getValue).toList())
        .toList();
  }
}
