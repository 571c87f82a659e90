package ionoscloud

import (
	"encoding/json"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTokens(t *testing.T) {
	for name, row := range map[string]struct {
		wait Wait
		want string
	}{
		"cluster":   {ClusterWait(testClusterID, UntilAvailable()), `{"v":1,"cluster":"` + testClusterID + `","until":["AVAILABLE"]}`},
		"deletion":  {ClusterWait(testClusterID, UntilDeleted()), `{"v":1,"cluster":"` + testClusterID + `","until":"deleted"}`},
		"node pool": {NodePoolWait(testClusterID, testNodePoolID, UntilState("BUSY", "NEW")), `{"v":1,"cluster":"` + testClusterID + `","nodePool":"` + testNodePoolID + `","until":["BUSY","NEW"]}`},
		"after a change": {
			ClusterWait(testClusterID, UntilAvailable()).After(Metadata{
				ETag: ToPtr("b"), State: ToPtr("UPDATING"), CurrentDataPlatformVersion: ToPtr("24.11"), CurrentDataPlatformRevision: ToPtr[int64](0),
				LastModifiedDate: &IonosTime{Time: time.Date(2025, 1, 1, 10, 0, 0, 1000, time.UTC)}, CreatedBy: ToPtr("nobody's business"),
			}),
			`{"v":1,"cluster":"` + testClusterID + `","until":["AVAILABLE"],"after":{"etag":"b","version":"24.11","revision":0,"modified":"2025-01-01T10:00:00.000001Z","state":"UPDATING"}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			written, err := json.Marshal(row.wait)
			require.NoError(t, err)
			require.Equal(t, row.want, string(written))
			require.Less(t, len(written), 400)
			var read Wait
			require.NoError(t, json.Unmarshal(written, &read))
			require.Equal(t, row.wait, read)
		})
	}
}

func TestTokensThatAreNone(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `7`, `"deleted"`, `{"v":1}`,
		`{"v":2,"cluster":"` + testClusterID + `","until":"deleted"}`,
		`{"v":1,"cluster":"` + testClusterID + `"}`,
		`{"v":1,"cluster":"` + testClusterID + `","until":[]}`,
		`{"v":1,"cluster":"` + testClusterID + `","until":"AVAILABLE"}`,
		`{"v":1,"cluster":"` + testClusterID + `","until":[""]}`,
		`{"v":1,"cluster":"../versions","until":"deleted"}`,
		`{"v":1,"cluster":"` + testClusterID + `","nodePool":"x","until":"deleted"}`,
		`{"v":1,"cluster":"` + testClusterID + `","until":"deleted","after":{"modified":"yesterday"}}`,
	} {
		w := ClusterWait(testClusterID, UntilDeleted())
		require.ErrorIs(t, json.Unmarshal([]byte(text), &w), ErrInvalid, text)
		require.Equal(t, ClusterWait(testClusterID, UntilDeleted()), w, "left alone")
	}
}

func FuzzToken(f *testing.F) {
	f.Add([]byte(`{"v":1,"cluster":"` + testClusterID + `","nodePool":"` + testNodePoolID + `","until":["BUSY"],"after":{"etag":"b","revision":3,"modified":"2025-01-01T10:00:00Z"}}`))
	f.Add([]byte(`{"v":1,"cluster":"` + testClusterID + `","until":"deleted"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var w Wait
		if json.Unmarshal(data, &w) != nil {
			return
		}
		written, err := json.Marshal(w)
		require.NoError(t, err)
		var again Wait
		require.NoError(t, json.Unmarshal(written, &again))
		rewritten, err := json.Marshal(again)
		require.NoError(t, err)
		require.JSONEq(t, string(written), string(rewritten))
	})
}

// One program begins, another one goes on.
func TestAWaitResumedByAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, log := bubble(thirtySeconds)
		ctx := t.Context()
		cluster := makeCluster(t, client, "lake")
		require.NoError(t, func() error { _, err := client.AwaitCluster(ctx, *cluster.Id, UntilAvailable()); return err }())
		wait, err := WaitForCluster(client.DataPlatformClusterApi.PatchCluster(ctx, *cluster.Id).PatchClusterRequest(patchRequest()).Execute())
		require.NoError(t, err)
		written, err := json.Marshal(wait)
		require.NoError(t, err)

		time.Sleep(10 * time.Second)
		var read Wait
		require.NoError(t, json.Unmarshal(written, &read))
		other := clientThrough(log)
		outcomes, err := other.AwaitAll(ctx, []Wait{read})
		require.NoError(t, err)
		require.True(t, outcomes[0].Done)
		require.EqualValues(t, 2, *outcomes[0].Cluster.Metadata.CurrentDataPlatformRevision)
		require.Equal(t, StateAvailable, *outcomes[0].Cluster.Metadata.State)
	})
}

func TestGoalsTellThemselves(t *testing.T) {
	require.Equal(t, "deleted", UntilDeleted().String())
	require.Equal(t, "AVAILABLE or BUSY", UntilState(StateAvailable, StateBusy).String())
	states := []string{StateAvailable}
	goal := UntilState(states...)
	states[0] = StateBusy
	require.Equal(t, StateAvailable, goal.String(), "a copy")
}
