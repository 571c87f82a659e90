package conformance

// A service that remembers its clusters, for the rules about creating once.

import (
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"
)

// memory are the clusters of a service.
type memory struct {
	mu       sync.Mutex
	clusters []memorized
	made     int // clusters that were ever created by a request
	// onCreate may answer a create in place of the service; effect creates the
	// cluster and returns the service's answer. It is called with nothing held.
	onCreate func(n int, effect func() Reply) Reply
	creates  int
}

// memorized is a cluster as the service answers it.
type memorized struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Metadata   memorizedData    `json:"metadata"`
	Properties memorizedContent `json:"properties"`
}

type memorizedData struct {
	State       string    `json:"state"`
	CreatedDate time.Time `json:"createdDate"`
}

type memorizedContent struct {
	Name         string `json:"name"`
	DatacenterID string `json:"datacenterId"`
}

// add creates a cluster and returns its document.
func (m *memory) add(name, datacenter, state string) memorized {
	m.mu.Lock()
	defer m.mu.Unlock()
	c := memorized{
		ID: fmt.Sprintf("4f0c2a3b-4d5e-6f70-8192-%012d", len(m.clusters)+1), Type: "cluster",
		Metadata:   memorizedData{State: state, CreatedDate: time.Now().UTC()},
		Properties: memorizedContent{Name: name, DatacenterID: datacenter},
	}
	m.clusters = append(m.clusters, c)
	return c
}

// alive are the clusters that have the name and the data center of ensure.
func (m *memory) alive() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	var ids []string
	for _, c := range m.clusters {
		if c.Properties.Name == clusterName && c.Properties.DatacenterID == datacenterID && c.Metadata.State != "TERMINATED" && c.Metadata.State != "DESTROYING" {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

func (m *memory) serve(_ int, r Request) Reply {
	one := strings.TrimPrefix(path.Base(r.Path), "clusters")
	switch {
	case r.Method == http.MethodPost && one == "":
		return m.create(r.Body)
	case r.Method == http.MethodGet && one == "":
		return m.list(r.Query.Get("name"))
	case r.Method == http.MethodGet:
		return m.find(one, "")
	case r.Method == http.MethodDelete:
		return m.find(one, "TERMINATED")
	}
	return refusal(http.StatusNotFound)
}

func (m *memory) create(body []byte) Reply {
	var wanted struct{ Properties memorizedContent }
	if err := json.Unmarshal(body, &wanted); err != nil {
		return refusal(http.StatusBadRequest)
	}
	m.mu.Lock()
	n := m.creates
	m.creates++
	m.mu.Unlock()
	effect := func() Reply {
		c := m.add(wanted.Properties.Name, wanted.Properties.DatacenterID, "DEPLOYING")
		m.mu.Lock()
		m.made++
		m.mu.Unlock()
		return document(http.StatusAccepted, c)
	}
	if m.onCreate != nil {
		return m.onCreate(n, effect)
	}
	return effect()
}

func (m *memory) list(name string) Reply {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := []memorized{}
	for _, c := range m.clusters {
		if c.Metadata.State != "TERMINATED" && strings.Contains(strings.ToLower(c.Properties.Name), strings.ToLower(name)) {
			found = append(found, c)
		}
	}
	return document(http.StatusOK, map[string]any{"id": "clusters", "type": "collection", "items": found})
}

// find answers with a cluster, after it got another state if there is one.
func (m *memory) find(id, state string) Reply {
	m.mu.Lock()
	defer m.mu.Unlock()
	i := slices.IndexFunc(m.clusters, func(c memorized) bool { return c.ID == id && c.Metadata.State != "TERMINATED" })
	if i < 0 {
		return refusal(http.StatusNotFound)
	}
	status := http.StatusOK
	if state != "" {
		status, m.clusters[i].Metadata.State = http.StatusAccepted, state
	}
	return document(status, m.clusters[i])
}

// document is an answer with a value as JSON.
func document(status int, value any) Reply {
	body, err := json.Marshal(value)
	if err != nil {
		return refusal(http.StatusInternalServerError)
	}
	return Reply{Status: status, Body: body}
}
