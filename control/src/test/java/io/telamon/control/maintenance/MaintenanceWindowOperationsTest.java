package io.telamon.control.maintenance;

import static io.telamon.control.TestControlPlane.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.TestClient;
import io.telamon.control.TestClient.Answer;
import io.telamon.control.TestControlPlane;
import io.telamon.control.WithControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithControlPlane
class MaintenanceWindowOperationsTest {

    private static final String WINDOW = "/groups/" + PROJECT + "/maintenanceWindow";

    private TestControlPlane plane;
    private TestClient owner;

    @BeforeEach
    void start(TestControlPlane running) {
        plane = running;
        owner = plane.owner();
    }

    @Test
    void showsAWindowAsRecorded() {
        Answer changed = owner.patch(WINDOW, "{'dayOfWeek':1,'hourOfDay':1}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.text()).isEmpty();
        assertThat(changed.headers().firstValue("Content-Type")).isEmpty();
        assertThat(owner.get(WINDOW).text())
                .isEqualTo("{\"autoDeferOnceEnabled\":false,\"dayOfWeek\":1,\"hourOfDay\":1,"
                        + "\"numberOfDeferrals\":0,\"startASAP\":false,\"timeZoneId\":\"UTC\"}");
    }

    @Test
    void keepsWhatAChangeLeavesOut() {
        owner.patch(WINDOW, "{'dayOfWeek':7,'hourOfDay':0,'protectedHours':{'startHourOfDay':9,'endHourOfDay':17}}");
        owner.patch(WINDOW, "{'hourOfDay':23}");

        JsonNode window = owner.get(WINDOW).json();
        assertThat(window.at("/dayOfWeek").asInt()).isEqualTo(7);
        assertThat(window.at("/hourOfDay").asInt()).isEqualTo(23);
        assertThat(window.at("/protectedHours/endHourOfDay").asInt()).isEqualTo(17);
    }

    @Test
    void takesNoReadOnlyAttributeFromAClient() {
        owner.patch(WINDOW, "{'dayOfWeek':1,'numberOfDeferrals':9,'timeZoneId':'Mars'}");

        assertThat(owner.get(WINDOW).json().at("/numberOfDeferrals").asInt()).isZero();
        assertThat(owner.get(WINDOW).json().at("/timeZoneId").asString()).isEqualTo("UTC");
    }

    @Test
    void isUndefinedAgainAfterAReset() {
        owner.patch(WINDOW, "{'dayOfWeek':3}");

        assertThat(owner.delete(WINDOW).status()).isEqualTo(204);

        assertThat(owner.get(WINDOW).json().has("dayOfWeek")).isFalse();
    }

    @Test
    void togglesAutomaticDeferral() {
        owner.patch(WINDOW, "{'dayOfWeek':3}");

        assertThat(owner.post(WINDOW + "/autoDefer", "").status()).isEqualTo(200);
        assertThat(owner.get(WINDOW).json().at("/autoDeferOnceEnabled").asBoolean())
                .isTrue();

        owner.post(WINDOW + "/autoDefer", "");
        assertThat(owner.get(WINDOW).json().at("/autoDeferOnceEnabled").asBoolean())
                .isFalse();
    }

    @Test
    void defersNothingWhileNoMaintenanceIsScheduled() {
        assertThat(owner.post(WINDOW + "/defer", "").errorCode()).isEqualTo("ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED");
        owner.patch(WINDOW, "{'dayOfWeek':3}");
        assertThat(owner.post(WINDOW + "/defer", "").errorCode()).isEqualTo("ATLAS_MAINTENANCE_NOT_SCHEDULED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'dayOfWeek':0}                                          | ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK
                    {'dayOfWeek':8}                                          | ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK
                    {'dayOfWeek':1,'hourOfDay':-1}                           | ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY
                    {'dayOfWeek':1,'hourOfDay':24}                           | ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY
                    {'hourOfDay':1}                                          | ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED
                    {'dayOfWeek':1,'startASAP':true}                         | ATLAS_MAINTENANCE_NOT_SCHEDULED
                    {'dayOfWeek':1,'protectedHours':{'startHourOfDay':9}}    | MISSING_ATTRIBUTE
                    {'dayOfWeek':1,'protectedHours':{'startHourOfDay':9,'endHourOfDay':24}} | VALIDATION_ERROR
                    """)
    void refusesAWindowThatCannotBe(String body, String code) {
        String before = owner.get(WINDOW).text();

        Answer refused = owner.patch(WINDOW, body.replace('"', '\''));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(owner.get(WINDOW).text()).isEqualTo(before);
    }

    @Test
    void writesEvents() {
        owner.patch(WINDOW, "{'dayOfWeek':3,'autoDeferOnceEnabled':true}");
        owner.patch(WINDOW, "{'hourOfDay':4}");
        owner.post(WINDOW + "/autoDefer", "");
        owner.delete(WINDOW);
        owner.delete(WINDOW);

        List<String> types = owner.get("/groups/" + PROJECT + "/events")
                .json()
                .at("/results")
                .valueStream()
                .map(event -> event.at("/eventTypeName").asString())
                .filter(type -> type.startsWith("ATLAS_MAINTENANCE"))
                .toList();
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "ATLAS_MAINTENANCE_WINDOW_ADDED",
                        "ATLAS_MAINTENANCE_AUTO_DEFER_ENABLED",
                        "ATLAS_MAINTENANCE_WINDOW_MODIFIED",
                        "ATLAS_MAINTENANCE_AUTO_DEFER_DISABLED",
                        "ATLAS_MAINTENANCE_WINDOW_REMOVED");
    }

    @Test
    void isForOwnersOnly() {
        assertThat(plane.reader().get(WINDOW).status()).isEqualTo(401);
        assertThat(plane.reader().patch(WINDOW, "{'dayOfWeek':1}").status()).isEqualTo(401);
    }
}
