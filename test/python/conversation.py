"""A conversation of a generated Python client with the service.

The client comes from openapi.yaml by openapi-generator; nobody here wrote a line
of it. Where to talk to comes from the environment: IONOS_API_URL (without the
base path), IONOS_TOKEN or IONOS_USERNAME and IONOS_PASSWORD, CA_FILE,
DATACENTER_ID, and PYTHON_CLIENT, the folder that the client was generated into.
"""

import os
import sys
import time

sys.path.insert(0, os.environ["PYTHON_CLIENT"])
sys.dont_write_bytecode = True

import ionoscloud_dataplatform as dp  # noqa: E402

MISSING = "00000000-0000-4000-8000-000000000000"


def configuration():
    # Unlike the Go programs the Python client appends nothing to the address.
    cfg = dp.Configuration(host=os.environ["IONOS_API_URL"] + "/dataplatform")
    cfg.username = os.environ.get("IONOS_USERNAME")
    cfg.password = os.environ.get("IONOS_PASSWORD")
    cfg.access_token = os.environ.get("IONOS_TOKEN")
    cfg.ssl_ca_cert = os.environ.get("CA_FILE") or None
    return cfg


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def await_state(read, wanted):
    """Asks until the resource has the state; None waits until it is gone."""
    for _ in range(1500):
        try:
            state = read().metadata.state
        except dp.ApiException as e:
            if e.status == 404 and wanted is None:
                return
            raise
        if state == wanted:
            return
        time.sleep(0.02)
    raise AssertionError("it never became %s" % wanted)


def refused(status, call):
    try:
        call()
    except dp.ApiException as e:
        expect(e.status == status, "the status is %d, not %d: %s" % (e.status, status, e.body))
        return
    raise AssertionError("it was not refused with %d" % status)


def main():
    client = dp.ApiClient(configuration())
    clusters = dp.DataPlatformClusterApi(client)
    pools = dp.DataPlatformNodePoolApi(client)

    versions = dp.DataPlatformMetaDataApi(client).versions_get()
    expect("24.11" in versions.items, "24.11 is missing")

    window = dp.MaintenanceWindow(time="09:30:00", day_of_the_week="Sunday")
    wanted = dp.CreateClusterProperties(
        name="generated",
        datacenter_id=os.environ["DATACENTER_ID"],
        data_platform_version="24.7",
        maintenance_window=window,
        lans=[dp.Lan(lan_id="3", routes=[dp.Route(network="10.10.0.0/16", gateway="10.10.0.1")])],
    )
    created = clusters.create_cluster(dp.CreateClusterRequest(properties=wanted))
    expect(created.metadata.state == "DEPLOYING", created.metadata.state)
    expect(created.properties.lans[0].dhcp is True, "dhcp has no default")
    cluster = created.id

    def read_cluster():
        return clusters.get_cluster(cluster)

    await_state(read_cluster, "AVAILABLE")
    expect([c.id for c in clusters.get_clusters(name="GENERA").items] == [cluster], "it is not listed")
    expect(clusters.get_clusters(name="other").items == [], "the name filter keeps all")
    clusters.patch_cluster(cluster, dp.PatchClusterRequest(
        properties=dp.PatchClusterProperties(name="generated-2", data_platform_version="24.11")))
    await_state(read_cluster, "AVAILABLE")
    patched = read_cluster()
    expect(patched.properties.name == "generated-2", patched.properties.name)
    expect(patched.metadata.current_data_platform_version == "24.11", "it was not upgraded")
    expect(patched.properties.maintenance_window.time == "09:30:00", "the window went away")
    kubeconfig = clusters.get_cluster_kubeconfig(cluster)
    expect(kubeconfig["kind"] == "Config", "it is no kubeconfig")

    pool = pools.create_cluster_nodepool(cluster, dp.CreateNodePoolRequest(
        properties=dp.CreateNodePoolProperties(
            name="workers", node_count=2, ram_size=8192, labels={"team": "analytics"}))).id

    def read_pool():
        return pools.get_cluster_nodepool(cluster, pool)

    await_state(read_pool, "AVAILABLE")
    expect(len(pools.get_cluster_nodepools(cluster).items) == 1, "the node pool is not listed")
    pools.patch_cluster_nodepool(cluster, pool, dp.PatchNodePoolRequest(
        properties=dp.PatchNodePoolProperties(node_count=4)))
    await_state(read_pool, "AVAILABLE")
    patched = read_pool()
    expect(patched.properties.node_count == 4, "it was not scaled")
    expect(patched.properties.ram_size == 8192 and patched.properties.storage_size == 20, "its sizes changed")
    expect(patched.properties.labels == {"team": "analytics"}, "its labels changed")

    pools.delete_cluster_nodepool(cluster, pool)
    await_state(read_pool, None)
    clusters.delete_cluster(cluster)
    await_state(read_cluster, None)

    refused(404, lambda: clusters.get_cluster(MISSING))
    wanted.data_platform_version = "99.99"
    refused(400, lambda: clusters.create_cluster(dp.CreateClusterRequest(properties=wanted)))
    stranger = configuration()
    stranger.username = stranger.password = None
    stranger.access_token = "nobody"
    refused(401, lambda: dp.DataPlatformClusterApi(dp.ApiClient(stranger)).get_clusters())
    print("everything was as it should be")


if __name__ == "__main__":
    main()
