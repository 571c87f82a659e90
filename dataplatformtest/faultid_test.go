// Ids of faults are parts of paths in the administration.

package dataplatformtest

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestGivenFaultIDs is about faults without an id beside one that has an id
// such as they get.
func TestGivenFaultIDs(t *testing.T) {
	t.Parallel()
	api := New()
	for _, id := range []string{"fault-2", "", "", ""} {
		_, err := api.Faults().Add(Fault{ID: id, Kind: FaultReset})
		require.NoError(t, err)
	}
	require.Len(t, api.Faults().List(), 4)
}

func TestFaultIDs(t *testing.T) {
	t.Parallel()
	api := New()
	for _, id := range []string{"/", "a/b", "..", ".", "../faults"} {
		_, err := api.Faults().Add(Fault{ID: id, Kind: FaultReset})
		require.ErrorContains(t, err, "must fit into a path", id)
	}
	for _, id := range []string{"...", " ", "%2F", "a?b#c", `<b>"'`, "ä"} {
		_, err := api.Faults().Add(Fault{ID: id, Kind: FaultReset})
		require.NoError(t, err, id)
		administer(t, api, 200, "GET", "/faults/"+url.PathEscape(id), "")
		administer(t, api, 204, "DELETE", "/faults/"+url.PathEscape(id), "")
	}
	require.Empty(t, api.Faults().List())
}
