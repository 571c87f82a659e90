// Conversations: every client with every service and every kind of credential.

package integration

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// operations are all that the description has.
var operations = []string{
	"CreateCluster", "GetClusters", "GetCluster", "PatchCluster", "DeleteCluster", "GetClusterKubeconfig",
	"CreateClusterNodepool", "GetClusterNodepools", "GetClusterNodepool", "PatchClusterNodepool", "DeleteClusterNodepool",
	"VersionsGet",
}

// conversation is what a client does with a service.
type conversation func(t *testing.T, s *service, c credential)

// withEverything has a conversation in every combination, and makes sure that
// no operation was left out.
func withEverything(t *testing.T, talk conversation) {
	for serviceName, serve := range services {
		for credentialName, c := range credentials {
			t.Run(serviceName+", "+credentialName, func(t *testing.T) {
				t.Parallel()
				s := serve(t)
				talk(t, s, c)
				succeeded := s.checker.Operations()
				for _, operation := range operations {
					require.True(t, succeeded[operation], "%s was never answered with success", operation)
				}
			})
		}
	}
}

func TestOurClient(t *testing.T) {
	withEverything(t, goClient(programs.ours))
}

// TestReleasedClient is the proof that nothing here is made to fit itself.
func TestReleasedClient(t *testing.T) {
	if programs.release == "" {
		t.Log(programs.missing)
		return
	}
	withEverything(t, goClient(programs.release))
}

func goClient(path string) conversation {
	return func(t *testing.T, s *service, c credential) {
		finish(t, command(t, s, c, path))
	}
}

// command is a client program with its environment: nothing of ours but what
// belongs to the conversation.
func command(t *testing.T, s *service, c credential, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), name, args...)
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "IONOS_") && !strings.Contains(strings.ToLower(variable), "_proxy=") {
			cmd.Env = append(cmd.Env, variable)
		}
	}
	cmd.Env = append(cmd.Env, "IONOS_API_URL="+s.host, "DATACENTER_ID="+datacenter, "CA_FILE="+s.caFile)
	for key, value := range c {
		cmd.Env = append(cmd.Env, key+"="+value)
	}
	return cmd
}

func finish(t *testing.T, cmd *exec.Cmd) string {
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return string(out)
}
