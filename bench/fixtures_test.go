package bench

// The documents that the servers answer with. They are written out as text and
// not encoded by the SDK, so that both builds read the same bytes.

import (
	"bytes"
	"fmt"
)

const (
	clusterID    = "00000001-0000-4000-8000-000000000001"
	datacenterID = "5f2c9c1e-7d4b-4a86-9d59-0c6f3b2a1e47"
)

// clusterDocument renders the answer for the cluster with the number n.
func clusterDocument(n int) []byte {
	return fmt.Appendf(nil, `{
  "id": "%[1]s",
  "type": "cluster",
  "href": "https://api.ionos.com/dataplatform/clusters/%[1]s",
  "metadata": {
    "ETag": "\"%08[2]x\"",
    "createdDate": "2024-11-05T08:15:30Z",
    "createdBy": "someone@example.com",
    "createdByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "createdInContractNumber": "31415926",
    "lastModifiedDate": "2024-11-06T10:20:40Z",
    "lastModifiedBy": "someone@example.com",
    "lastModifiedByUserId": "87f9a82e-b28d-49ed-9d04-fba2c0459cd3",
    "currentDataPlatformVersion": "24.7",
    "currentDataPlatformRevision": %[2]d,
    "availableUpgradeVersions": ["24.11"],
    "state": "AVAILABLE"
  },
  "properties": {
    "name": "cluster-%[2]d",
    "dataPlatformVersion": "24.7",
    "datacenterId": "%[3]s",
    "maintenanceWindow": {"time": "02:30:00", "dayOfTheWeek": "Sunday"},
    "lans": [
      {"lanId": "1", "dhcp": true, "routes": [{"network": "10.1.0.0/16", "gateway": "10.0.0.1"}]},
      {"lanId": "2", "dhcp": false}
    ]
  }
}`, fmt.Sprintf("%08x-0000-4000-8000-%012x", n, n), n, datacenterID)
}

// listDocument renders the answer for a list of n clusters.
func listDocument(n int) []byte {
	var doc bytes.Buffer
	doc.WriteString(`{"id": "clusters", "type": "collection", "href": "https://api.ionos.com/dataplatform/clusters", "items": [`)
	for i := range n {
		if i > 0 {
			doc.WriteByte(',')
		}
		doc.Write(clusterDocument(i + 1))
	}
	doc.WriteString(`]}`)
	return doc.Bytes()
}
