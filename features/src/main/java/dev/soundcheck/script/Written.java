package dev.soundcheck.script;

import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.Step;

/** A line of a scenario: as it is played, and as it stands in the file. */
record Written(PickleStep pickled, Step step) {}
