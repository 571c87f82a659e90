// Package dataplatformtest is the Managed Stackable Data Platform API in
// process, for tests and demonstrations: all twelve operations, both kinds of
// credentials, the documented validation, and resources whose states move on a
// clock. It needs the standard library only and knows nothing of any client, so
// every client can be tested against it.
//
// In a test it is one line; everything ends with the test:
//
//	srv := dataplatformtest.NewServer(t)
//	cfg := ionoscloud.NewConfiguration("user", "password", "", srv.URL)
//
// Without a test, [Start] serves on a loopback port, [New] answers the API as an
// [http.Handler], and [API.Transport] is a way to it without any network, which
// also works inside the bubbles of testing/synctest.
//
// # Lives
//
// A create, change or delete is accepted at once (202) and takes effect on the
// clock: DEPLOYING, UPDATING or DESTROYING for as long as [Durations] say, which
// is not at all unless told otherwise: then the answer shows the state in
// between and the next read shows the result. Nothing runs in the background;
// every request first moves all lives to the present of the [Clock].
// [WithRules] and [WithScript] decide how they go.
//
// # Faults and the journal
//
// [WithFaults] and [API.Faults] let requests go wrong in the ways of gateways and
// networks; [API.Journal] tells what came in and what it did. Over [API.Transport]
// the faults of a connection are the errors that a network would give.
//
// # Durability and administration
//
// [WithStore] hands every change to a [Store] before it is answered, and [Open]
// begins with what the Store has; any database with transactions fits behind its
// two methods. [API.Admin] shows and changes faults, clock, journal and state
// over HTTP, on a port of its own. [API.Err] is the question of a health check.
//
// # Where the service's description is silent
//
// These are decisions of this package; a client should not depend on them.
//
//   - Status codes: 202 for an accepted create, change or delete, 200 for reads.
//   - Credentials are checked before the route, so a stranger learns nothing
//     about what exists. Only GET is answered where a resource is read, not HEAD,
//     and only at the described path: no slash at its end, none encoded; slashes too many
//     within it are left out.
//   - A resource that the caller may not see answers 404, not 403. A person
//     without the privilege gets 403 for everything.
//   - Unknown properties of a request body are ignored, for older and newer
//     clients' sake; a property that exists but can't be changed is refused
//     in a PATCH even when its value would stay the same.
//   - null is refused unless the description allows it: for lans it says nothing,
//     and in a PATCH it switches auto-scaling off. A PATCH replaces each property
//     that it names as a whole (labels and lans too) and leaves the others.
//   - Labels and annotations are those that Kubernetes takes: texts, under names
//     such as team or example.com/team; a label has at most 63 plain characters,
//     all annotations together at most 256 KiB.
//   - A request without a Content-Type is taken for JSON; bodies end at 1 MiB.
//   - A change happens when its body is whole, not when its request begins.
//     Accepted properties are shown at once; currentDataPlatformVersion follows
//     when the change is through. currentDataPlatformRevision counts accepted
//     changes, the ETag changes with every visible change.
//   - Changes queue: while one runs and others wait the state is BUSY. A delete
//     queues as well. After an accepted delete, further changes answer 409 and a
//     further delete answers 202 again without any effect. A cluster that FAILED
//     only accepts its deletion, and FAILED_DESTROYING likewise.
//   - Node pools deploy after their cluster has, and fail with it. They show the
//     cluster's end while it is being deleted and vanish with it. A node pool's
//     changes leave the cluster's state alone.
//   - Without dataPlatformVersion a cluster gets the newest. Upgrades go to any
//     later version of the list, never back. Names need not be unique.
//   - Identifiers without dashes are the same as those with.
//   - The kubeconfig answers 409 until the cluster has been deployed and from the
//     moment that it is being deleted.
//   - A change whose If-Match names another ETag answers 412, after everything
//     else that is wrong with it; tags must be quoted, weak ones never match. A
//     read of one resource answers 304 to an If-None-Match with its ETag.
//   - With VDCs of its own ([WithDatacenters]) the API refuses a cluster in
//     another one with 400. The Cloud API's documents are shortened.
//   - Auto-scaling finds another number of nodes right at each of its moments,
//     from the minimum to the maximum, by chance. Maintenance windows are in UTC;
//     they and auto-scaling leave lastModified… and the revision alone, and what
//     they bring to an end well is AVAILABLE, also after FAILED_UPDATING.
//   - Error codes are this package's own.
package dataplatformtest
