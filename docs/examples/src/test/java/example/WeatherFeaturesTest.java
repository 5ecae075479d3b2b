package example;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The app, tested with Cucumber: the second package brings every line that the mock can play. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("example")
@ConfigurationParameter(
    key = GLUE_PROPERTY_NAME,
    value = "example,dev.soundcheck.conformance.cucumber")
class WeatherFeaturesTest {}
