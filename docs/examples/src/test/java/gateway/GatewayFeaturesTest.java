package gateway;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** A server of yours, tested with Cucumber: -Dsoundcheck.url=ws://… says which; else a mock. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("gateway")
@ConfigurationParameter(
    key = GLUE_PROPERTY_NAME,
    value = "dev.soundcheck.conformance.cucumber.caller")
class GatewayFeaturesTest {}
