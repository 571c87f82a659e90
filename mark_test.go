package ionoscloud

import (
	"fmt"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
)

const (
	at1  = `"lastModifiedDate":"2025-01-01T10:00:01.100Z"`
	at2  = `"lastModifiedDate":"2025-01-01T10:00:02.200Z"`
	at2s = `"lastModifiedDate":"2025-01-01T10:00:02Z"`
)

// A change has been accepted; what the next looks show may be from before it.
func TestStatesFromBeforeAChange(t *testing.T) {
	for name, row := range map[string]struct {
		answer string   // of the patch
		looks  []string // the last one stays
		want   int      // the look that ends the wait
		fails  bool
	}{
		"taken up late": {
			`"state":"AVAILABLE","ETag":"b",` + at2,
			[]string{`"state":"AVAILABLE","ETag":"b",` + at2, `"state":"AVAILABLE","ETag":"b",` + at2, `"state":"UPDATING","ETag":"c",` + at2, `"state":"AVAILABLE","ETag":"d",` + at2}, 4, false,
		},
		"and done between two looks": {
			`"state":"AVAILABLE","ETag":"b"`,
			[]string{`"state":"AVAILABLE","ETag":"b"`, `"state":"AVAILABLE","ETag":"d"`}, 2, false,
		},
		"a replica that lags, by its date": {
			`"state":"UPDATING","ETag":"b",` + at2,
			[]string{`"state":"AVAILABLE","ETag":"a",` + at1, `"state":"AVAILABLE","ETag":"a",` + at1, `"state":"AVAILABLE","ETag":"c",` + at2}, 3, false,
		},
		"dates that were cut to seconds": {
			`"state":"UPDATING","ETag":"b",` + at2,
			[]string{`"state":"AVAILABLE","ETag":"a",` + at1, `"state":"AVAILABLE","ETag":"c",` + at2s}, 2, false,
		},
		"a replica that lags, by its revision": {
			`"state":"UPDATING","currentDataPlatformVersion":"24.7","currentDataPlatformRevision":3`,
			[]string{
				`"state":"AVAILABLE","currentDataPlatformVersion":"24.7","currentDataPlatformRevision":2`,
				`"state":"AVAILABLE","currentDataPlatformVersion":"24.7","currentDataPlatformRevision":3`,
			}, 2, false,
		},
		"revisions of another version are no matter": {
			`"state":"UPDATING","currentDataPlatformVersion":"24.7","currentDataPlatformRevision":3`,
			[]string{`"state":"AVAILABLE","currentDataPlatformVersion":"24.11","currentDataPlatformRevision":1`}, 1, false,
		},
		"a failure of an earlier change": {
			`"state":"FAILED_UPDATING","ETag":"b"`,
			[]string{`"state":"FAILED_UPDATING","ETag":"b"`, `"state":"UPDATING","ETag":"c"`, `"state":"AVAILABLE","ETag":"d"`}, 3, false,
		},
		"a failure of this one": {
			`"state":"FAILED_UPDATING","ETag":"b"`,
			[]string{`"state":"UPDATING","ETag":"c"`, `"state":"FAILED_UPDATING","ETag":"d"`}, 2, true,
		},
		"a replica that lags, between others": {
			`"state":"UPDATING","ETag":"b",` + at2,
			[]string{`"state":"UPDATING","ETag":"b",` + at2, `"state":"AVAILABLE","ETag":"a",` + at1, `"state":"UPDATING","ETag":"b",` + at2, `"state":"AVAILABLE","ETag":"c",` + at2}, 4, false,
		},
		"states alone": {
			`"state":"AVAILABLE"`,
			[]string{`"state":"AVAILABLE"`, `"state":"BUSY"`, `"state":"AVAILABLE"`}, 3, false,
		},
		"at work under the same ETag": {
			`"state":"AVAILABLE","ETag":"b"`,
			[]string{`"state":"UPDATING","ETag":"b"`, `"state":"AVAILABLE","ETag":"b"`}, 2, false,
		},
		"an answer without metadata": {``, []string{`"state":"AVAILABLE"`, `"state":"UPDATING"`, `"state":"AVAILABLE"`}, 3, false},
		"a failure that may be an earlier one's": {
			`"ETag":"b"`, []string{`"state":"FAILED_UPDATING"`, `"state":"UPDATING"`, `"state":"AVAILABLE"`}, 3, false,
		},
		"a replica that still shows the creation": {
			`"state":"AVAILABLE","ETag":"b"`,
			[]string{`"state":"DEPLOYING","ETag":"a"`, `"state":"AVAILABLE","ETag":"b"`, `"state":"UPDATING","ETag":"c"`, `"state":"AVAILABLE","ETag":"d"`}, 4, false,
		},
		"a change that waited for the creation": {
			`"state":"DEPLOYING","ETag":"b"`,
			[]string{`"state":"DEPLOYING","ETag":"b"`, `"state":"AVAILABLE","ETag":"c"`}, 2, false,
		},
		"a replica that shows the moment of the answer, between others": {
			`"state":"AVAILABLE","ETag":"b",` + at2,
			[]string{`"state":"UPDATING","ETag":"c",` + at2, `"state":"AVAILABLE","ETag":"b",` + at2, `"state":"AVAILABLE","ETag":"d",` + at2}, 3, false,
		},
		"a replica that lags, behind what was seen since": {
			``,
			[]string{`"state":"UPDATING",` + at2, `"state":"AVAILABLE",` + at1, `"state":"AVAILABLE",` + at2}, 3, false,
		},
		"a look without metadata": {
			`"state":"AVAILABLE","ETag":"b"`,
			[]string{``, `"state":"AVAILABLE","ETag":"b"`, `"state":"UPDATING","ETag":"c"`, `"state":"AVAILABLE","ETag":"d"`}, 4, false,
		},
		"a change that changes nothing": { // looks at 1, 2.5, 4.75, 8.1, 13.2 and 20.8 s, more or less
			`"state":"AVAILABLE","ETag":"b"`, []string{`"state":"AVAILABLE","ETag":"b"`}, 6, false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				answers := []func(*http.Request) (*http.Response, error){clusterIs(row.answer)}
				for _, look := range row.looks {
					answers = append(answers, clusterIs(look))
				}
				client := clientOver(script(answers...))
				ctx, looks := t.Context(), 0
				_, err := client.Await(ctx, WithProgress(func(p Progress) { looks = p.Tries })).
					Cluster(client.DataPlatformClusterApi.PatchCluster(ctx, testClusterID).PatchClusterRequest(patchRequest()).Execute())
				require.Equal(t, row.fails, err != nil, "%v", err)
				require.InDelta(t, row.want, looks, map[bool]float64{true: 1}[row.want == 6])
			})
		})
	}
}

func TestWithSettle(t *testing.T) {
	for settle, least := range map[time.Duration]time.Duration{0: 0, -1: 0, time.Minute: time.Minute} {
		synctest.Test(t, func(t *testing.T) {
			same := `"state":"AVAILABLE","ETag":"b"`
			client := clientOver(clusterIs(same))
			w := ClusterWait(testClusterID, UntilAvailable()).After(Metadata{State: ToPtr(StateAvailable), ETag: ToPtr("b")})
			began := time.Now()
			_, err := client.AwaitAll(t.Context(), []Wait{w}, WithSettle(settle))
			require.NoError(t, err)
			require.GreaterOrEqual(t, time.Since(began), least)
			require.Less(t, time.Since(began), least+20*time.Second)
		})
	}
}

// What is created has no state from before, so AVAILABLE at once is believed.
func TestACreateThatIsDoneAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := clientOver(clusterIs(`"state":"AVAILABLE","ETag":"b"`))
		began := time.Now()
		_, err := client.Await(t.Context()).Cluster(client.DataPlatformClusterApi.CreateCluster(t.Context()).CreateClusterRequest(createRequest()).Execute())
		require.NoError(t, err)
		require.Less(t, time.Since(began), 2*time.Second)
	})
}

func TestWhichStatesRest(t *testing.T) {
	for state, want := range map[string][2]bool{
		StateAvailable: {true, false}, StateFailed: {true, true}, StateFailedUpdating: {true, true},
		StateFailedDestroying: {true, true}, "FAILED_UPGRADING": {true, true}, "FAILEDISH": {}, "": {},
		StateBusy: {}, StateDeploying: {}, StateUpdating: {}, StateDestroying: {}, StateTerminated: {},
	} {
		require.Equal(t, want, [2]bool{isResting(state), isFailed(state)}, fmt.Sprintf("%q", state))
	}
}
