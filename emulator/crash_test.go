// Crashes: the program is killed with SIGKILL in the middle of its work, again
// and again, on the same data file. Each time it has to come back with every
// change that it had acknowledged, with none half done, and with all lives
// going on. CRASH_ROUNDS says how often; few in an ordinary run:
//
//	CRASH_ROUNDS=200 go test -run '^TestCrashes$' -timeout 30m -v .

package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// crashLoad is how many clients work while the program is killed.
const crashLoad = 16

func TestCrashes(t *testing.T) {
	rounds := 5
	if text := os.Getenv("CRASH_ROUNDS"); text != "" {
		var err error
		rounds, err = strconv.Atoi(text)
		require.NoError(t, err, "CRASH_ROUNDS")
	}
	dir := t.TempDir()
	binary := built(t, dir)
	require.NoError(t, os.Mkdir(filepath.Join(dir, "data"), 0o700))
	b := newBooks()
	args := []string{
		"--address=127.0.0.1:0", "--admin-address=none", "--data-file=" + filepath.Join(dir, "data", "data.db"),
		"--duration=cluster.create=30ms,cluster.update=20ms,cluster.delete=20ms,nodepool.create=30ms,nodepool.update=20ms,nodepool.delete=20ms,terminated=10ms",
	}
	acknowledged := 0
	for round := range rounds {
		if round%4 == 0 { // also while it makes the file, or reads it
			killAtStart(t, binary, args, time.Duration(rand.IntN(25))*time.Millisecond)
		}
		p := startProcess(t, binary, args)
		b.check(t, p)
		n := b.work(t, p, time.Duration(20+rand.IntN(180))*time.Millisecond, os.Kill)
		acknowledged += n
		p.kill(t)
		if testing.Verbose() && round%20 == 19 {
			t.Logf("%d rounds, %d changes acknowledged, %d resources", round+1, acknowledged, len(b.known))
		}
	}
	p := startProcess(t, binary, args)
	b.check(t, p)
	b.settle(t, p)
	p.kill(t)
	left, err := os.ReadDir(filepath.Join(dir, "data"))
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing unfinished is left beside the data file")
	require.Positive(t, acknowledged)
	t.Logf("killed %d times after %d acknowledged changes; nothing was lost, half done or stuck", rounds, acknowledged)
}

// TestStopsUnderLoad asks the program to end in the middle of its work.
func TestStopsUnderLoad(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	binary := built(t, dir)
	b := newBooks()
	args := []string{"--address=127.0.0.1:0", "--admin-address=none", "--speed=instant", "--data-file=" + filepath.Join(dir, "data.db")}
	for range 3 {
		p := startProcess(t, binary, args)
		b.check(t, p)
		require.Positive(t, b.work(t, p, 200*time.Millisecond, syscall.SIGTERM))
		require.NoError(t, p.cmd.Wait(), "it ends well: %s", &p.stderr)
		require.Contains(t, p.stderr.String(), "msg=stopped")
	}
	p := startProcess(t, binary, args)
	b.check(t, p)
	p.kill(t)
}

// books are what the clients know of their resources. Each resource belongs to
// one client, which sends one request at a time, so at most the last one of each
// is uncertain when the program dies.
type books struct {
	mu      sync.Mutex
	known   map[string]*entry // by path
	round   int
	created int
}

// entry is a resource with what was acknowledged about it.
type entry struct {
	path     string
	parent   string
	revision int64 // of the last acknowledged change
	value    int   // that it wrote
	doubtful *change
	deleted  bool
	owner    int
}

// change is a request that nobody answered.
type change struct {
	value  int
	delete bool
}

func newBooks() *books { return &books{known: map[string]*entry{}} }

// work lets the clients change things until the program is ended under them.
func (b *books) work(t *testing.T, p *process, before time.Duration, end os.Signal) int {
	b.round++
	var wg sync.WaitGroup
	counts := make([]int, crashLoad)
	for owner := range crashLoad {
		wg.Go(func() {
			for b.step(t, p, owner) {
				counts[owner]++
			}
		})
	}
	time.Sleep(before)
	require.NoError(t, p.cmd.Process.Signal(end))
	wg.Wait()
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// step is one change of one client; false: it was not answered.
func (b *books) step(t *testing.T, p *process, owner int) bool {
	b.mu.Lock()
	var mine []*entry
	for _, e := range b.known {
		if e.owner == owner && !e.deleted && !b.gone(e) {
			mine = append(mine, e)
		}
	}
	b.mu.Unlock()
	dice := rand.IntN(10)
	switch {
	case len(mine) == 0 || dice < 2 && len(mine) < 12:
		return b.create(t, p, owner, "", "/clusters", order)
	case dice < 4 && len(mine) < 12:
		e := mine[rand.IntN(len(mine))]
		if e.parent != "" {
			return b.patch(t, p, e)
		}
		return b.create(t, p, owner, e.path, e.path+"/nodepools", `{"properties":{"name":"workers","nodeCount":1,"labels":{"v":"0"}}}`)
	case dice < 8:
		return b.patch(t, p, mine[rand.IntN(len(mine))])
	}
	return b.remove(t, p, mine[rand.IntN(len(mine))])
}

// gone tells whether a node pool went with its cluster.
func (b *books) gone(e *entry) bool {
	parent := b.known[e.parent]
	return e.parent != "" && (parent == nil || parent.deleted || parent.doubtful != nil && parent.doubtful.delete)
}

func (b *books) create(t *testing.T, p *process, owner int, parent, path, body string) bool {
	status, d, ok := p.send("POST", path, body)
	if !ok {
		return false
	}
	if status != http.StatusAccepted {
		t.Errorf("create at %s: %d", path, status)
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.created++
	e := &entry{path: path + "/" + d.ID, parent: parent, revision: d.Metadata.Revision, owner: owner}
	b.known[e.path] = e
	return true
}

// body writes the value in two places, so that a half change would show.
func (e *entry) body(value int) string {
	if e.parent != "" {
		return fmt.Sprintf(`{"properties":{"nodeCount":%d,"labels":{"v":"%d"}}}`, value+1, value)
	}
	return fmt.Sprintf(`{"properties":{"name":"v-%d","maintenanceWindow":{"time":"%s","dayOfTheWeek":"Monday"}}}`, value, clockOf(value))
}

// clockOf is a time of the day that tells the value.
func clockOf(value int) string {
	return fmt.Sprintf("%02d:%02d:%02d", value/3600%24, value/60%60, value%60)
}

func (b *books) patch(t *testing.T, p *process, e *entry) bool {
	value := e.value + 1
	e.doubtful = &change{value: value}
	status, d, ok := p.send("PATCH", e.path, e.body(value))
	if !ok {
		return false
	}
	e.doubtful = nil
	if status != http.StatusAccepted {
		t.Errorf("patch %s: %d", e.path, status)
		return false
	}
	e.value, e.revision = value, d.Metadata.Revision
	return true
}

func (b *books) remove(t *testing.T, p *process, e *entry) bool {
	b.mu.Lock()
	e.doubtful = &change{delete: true}
	b.mu.Unlock()
	status, _, ok := p.send("DELETE", e.path, "")
	if !ok {
		return false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	e.doubtful = nil
	if status != http.StatusAccepted {
		t.Errorf("delete %s: %d", e.path, status)
		return false
	}
	e.deleted = true
	return true
}

// check compares what the program came back with to the books.
func (b *books) check(t *testing.T, p *process) {
	t.Helper()
	there := map[string]document{}
	_, clusters, ok := p.send("GET", "/clusters", "")
	require.True(t, ok)
	for _, cluster := range clusters.Items {
		path := "/clusters/" + cluster.ID
		there[path] = cluster
		_, pools, ok := p.send("GET", path+"/nodepools", "")
		require.True(t, ok)
		for _, pool := range pools.Items {
			there[path+"/nodepools/"+pool.ID] = pool
		}
	}
	for path, e := range b.known {
		d, present := there[path]
		delete(there, path)
		ending := d.Metadata.State == "DESTROYING" || d.Metadata.State == "TERMINATED" || d.Metadata.State == "BUSY"
		switch {
		case e.deleted:
			require.True(t, !present || ending, "round %d: %s was deleted and is %s", b.round, path, d.Metadata.State)
		case b.gone(e):
		case !present:
			require.True(t, e.doubtful != nil && e.doubtful.delete, "round %d: %s is lost", b.round, path)
			e.deleted = true
		default:
			b.compare(t, e, d)
		}
		if !present && (e.deleted || b.gone(e)) {
			delete(b.known, path)
		}
	}
	// What is there beyond the books was created by requests that nobody
	// answered: that is allowed, but each of them must be whole.
	for path, d := range there {
		require.NotEmpty(t, d.Properties.Name, path)
		require.NotEmpty(t, d.Metadata.State, path)
		if !strings.Contains(path, "/nodepools/") {
			_, _, ok := p.send("DELETE", path, "")
			require.True(t, ok)
		}
	}
}

// compare makes sure that a resource is as it was acknowledged, or as the one
// request without an answer wanted it, in all of its places.
func (b *books) compare(t *testing.T, e *entry, d document) {
	t.Helper()
	value := e.value
	if e.doubtful != nil && !e.doubtful.delete && d.Metadata.Revision > e.revision {
		value = e.doubtful.value
	}
	if e.doubtful != nil && e.doubtful.delete {
		if d.Metadata.Revision > e.revision {
			e.deleted = true // it had its effect
		}
	} else {
		want := e.revision
		if value != e.value {
			want++
		}
		require.Equal(t, want, d.Metadata.Revision, "round %d: the revision of %s", b.round, e.path)
	}
	e.doubtful, e.value, e.revision = nil, value, d.Metadata.Revision
	if e.parent != "" {
		require.Equal(t, value+1, d.Properties.NodeCount, "round %d: %s", b.round, e.path)
		require.Equal(t, strconv.Itoa(value), d.Properties.Labels["v"], "round %d: %s", b.round, e.path)
		return
	}
	if value == 0 {
		require.Equal(t, "lake", d.Properties.Name)
		return
	}
	require.Equal(t, fmt.Sprintf("v-%d", value), d.Properties.Name, "round %d: %s", b.round, e.path)
	require.Equal(t, clockOf(value), d.Properties.Window.Time, "round %d: %s", b.round, e.path)
}

// settle waits until no life is on its way any more: none may be stuck.
func (b *books) settle(t *testing.T, p *process) {
	t.Helper()
	require.Eventually(t, func() bool {
		_, clusters, ok := p.send("GET", "/clusters", "")
		require.True(t, ok)
		for _, cluster := range clusters.Items {
			if cluster.Metadata.State != "AVAILABLE" {
				return false
			}
			_, pools, _ := p.send("GET", "/clusters/"+cluster.ID+"/nodepools", "")
			for _, pool := range pools.Items {
				if pool.Metadata.State != "AVAILABLE" {
					return false
				}
			}
		}
		return true
	}, time.Minute, 20*time.Millisecond, "a life is stuck")
}
