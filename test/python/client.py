"""A generated Python client as a program that package conformance talks to.

The client comes from openapi.yaml by openapi-generator; nobody here wrote a line
of it, and it is used as its users get it. PYTHON_CLIENT is the folder that it was
generated into. docs/CONFORMANCE.md describes the lines.
"""

import json
import logging
import os
import sys
import threading

sys.path.insert(0, os.environ["PYTHON_CLIENT"])
sys.dont_write_bytecode = True

import ionoscloud_dataplatform as dp  # noqa: E402
import urllib3  # noqa: E402

lines = sys.stdout
writing = threading.Lock()
current = threading.local()  # whose call a thread makes


def write(line):
    with writing:
        lines.write(json.dumps(line) + "\n")
        lines.flush()


class Log(logging.Handler):
    """Takes what is logged and, since http.client prints, what is printed."""

    def emit(self, record):
        self.write(self.format(record))

    def write(self, text):
        if text.strip():
            write({"log": text, "client": getattr(current, "client", 0)})

    def flush(self):
        pass


# A stray print must not end up among the lines.
log = sys.stdout = Log()


class Client:
    def __init__(self, settings):
        self.configuration = dp.Configuration(
            host=settings["url"],
            username=settings.get("username") or None,
            password=settings.get("password") or None,
        )
        self.configuration.access_token = settings.get("token") or None
        if settings.get("logs"):
            self.configuration.debug = True
            for logger in self.configuration.logger.values():
                logger.addHandler(log)
        self.api = dp.ApiClient(self.configuration)
        self.clusters = dp.DataPlatformClusterApi(self.api)
        self.pools = dp.DataPlatformNodePoolApi(self.api)
        self.metadata = dp.DataPlatformMetaDataApi(self.api)

    def call(self, order):
        cluster, pool, body = order.get("clusterId"), order.get("nodePoolId"), order.get("body")
        seconds = order["timeoutMs"] / 1000
        how = {"_return_http_data_only": False, "_request_timeout": (seconds, seconds)}
        calls = {
            "GetClusters": lambda: self.clusters.get_clusters_with_http_info(**how),
            "GetCluster": lambda: self.clusters.get_cluster_with_http_info(cluster, **how),
            "CreateCluster": lambda: self.clusters.create_cluster_with_http_info(body, **how),
            "PatchCluster": lambda: self.clusters.patch_cluster_with_http_info(cluster, body, **how),
            "DeleteCluster": lambda: self.clusters.delete_cluster_with_http_info(cluster, **how),
            "GetClusterKubeconfig": lambda: self.clusters.get_cluster_kubeconfig_with_http_info(cluster, **how),
            "GetClusterNodepool": lambda: self.pools.get_cluster_nodepool_with_http_info(cluster, pool, **how),
            "VersionsGet": lambda: self.metadata.versions_get_with_http_info(**how),
        }
        if order["do"] not in calls:
            raise NotImplementedError(order["do"])
        return calls[order["do"]]()

    def raw(self):
        """The bytes of the last answer, which the client keeps."""
        data = getattr(getattr(self.api, "last_response", None), "data", "")
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else data or ""

    def answer(self, order):
        try:
            value, status, _ = self.call(order)
            document = value
            if not isinstance(value, str):
                document = json.dumps(self.api.sanitize_for_serialization(value))
            return {"status": status, "document": document, "raw": self.raw()}
        except dp.ApiException as e:
            return {"status": e.status or 0, "error": {"text": str(e)}}
        except Exception as e:  # whatever its users would get
            ran_out = isinstance(getattr(e, "reason", e), urllib3.exceptions.TimeoutError)
            return {"error": {"text": "%s: %s" % (type(e).__name__, e), "kind": "deadline" if ran_out else ""}}


def work(client, order):
    current.client = order["client"]
    write(dict(client.answer(order), id=order["id"]))


def main():
    write({
        "protocol": 1,
        "name": "generated Python client",
        "offers": ["configuration", "logs"],
    })
    clients = {}
    for line in sys.stdin:
        order = json.loads(line)
        number = order.get("client")
        if order["do"] == "new":
            try:
                clients[number] = Client(order["settings"])
                write({"id": order["id"]})
            except Exception as e:
                write({"id": order["id"], "error": {"text": str(e)}})
        elif order["do"] == "close":
            clients.pop(number, None)
        elif order["do"] == "configuration":
            write({"id": order["id"], "document": repr(sorted(vars(clients[number].configuration).items(), key=str))})
        else:
            threading.Thread(target=work, args=(clients[number], order), daemon=True).start()


if __name__ == "__main__":
    main()
