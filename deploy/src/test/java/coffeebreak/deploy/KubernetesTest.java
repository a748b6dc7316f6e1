package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The Kubernetes manifests, held against the model that is generated from Kubernetes' published schemas: each field is
/// one that Kubernetes knows, with a value of its kind.
final class KubernetesTest {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1 ConfigMap", ConfigMap.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "v1 Service", Service.class,
            "apps/v1 Deployment", Deployment.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    /// The model would keep a field that no schema has; here it is a mistake.
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final String text = Shipped.text("kubernetes/coffeebreak.yaml");
    private final List<HasMetadata> objects = read(text);
    private final Deployment deployment = only(Deployment.class);

    KubernetesTest() throws IOException {}

    private static List<HasMetadata> read(String yaml) throws IOException {
        List<HasMetadata> all = new ArrayList<>();
        for (String document : yaml.split("(?m)^---$")) {
            String json = YAMLMapper.shared().readTree(document).toString();
            var tree = STRICT.readTree(json);
            String kind =
                    tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
            all.add(STRICT.readValue(json, Objects.requireNonNull(KINDS.get(kind), kind)));
        }
        return all;
    }

    private <T> T only(Class<T> kind) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFieldIsOneThatKubernetesKnows() {
        assertThat(objects).hasSameSizeAs(KINDS.values());
    }

    @Test
    void aMisspeltFieldAndAValueOfTheWrongKindAreFound() {
        assertThatThrownBy(() -> read(text.replace("readOnlyRootFilesystem", "readonlyRootFilesystem")))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("readonlyRootFilesystem");
        assertThatThrownBy(() -> read(text.replace("replicas: 2", "replicas: two")))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void twoBotsRunAndOneAlwaysStays() {
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
        assertThat(only(PodDisruptionBudget.class).getSpec().getMinAvailable().getIntVal())
                .isEqualTo(1);
        assertThat(deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxUnavailable()
                        .getIntVal())
                .isZero();
        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .hasSize(2);
    }

    @Test
    void everySelectorFitsTheBots() {
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(labels);
        assertThat(only(Service.class).getSpec().getSelector()).isEqualTo(labels);
        assertThat(only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(labels);
    }

    @Test
    void theBotMayDoNoMoreThanItsImageNeeds() {
        var pod = deployment.getSpec().getTemplate().getSpec();
        var bot = pod.getContainers().getFirst();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10_001);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(bot.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(bot.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(bot.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(bot.getResources().getLimits()).containsKey("memory");
    }

    @Test
    void theKubeletAsksWhereTheBotAnswers() {
        var bot = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();

        assertThat(bot.getPorts())
                .anyMatch(port -> port.getName().equals("management") && port.getContainerPort() == 8081);
        assertThat(bot.getReadinessProbe().getHttpGet().getPort().getStrVal()).isEqualTo("management");
        assertThat(bot.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health");
        assertThat(bot.getLivenessProbe().getTcpSocket()).isNotNull();
        assertThat(bot.getStartupProbe()).isNotNull();
        assertThat(only(ConfigMap.class).getData()).containsEntry("COFFEEBREAK_MANAGEMENT_ADDRESS", "0.0.0.0");
    }

    @Test
    void noSecretStandsInAManifest() {
        assertThat(text).doesNotContainPattern("xox[a-z]-[0-9A-Za-z]|xapp-[0-9A-Za-z]");
        assertThat(only(ConfigMap.class).getData())
                .doesNotContainKeys("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "REDIS_URL");
    }
}
