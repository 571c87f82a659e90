// Disruption: what a fault does to a request and its answer.

package dataplatformtest

func (a *API) disrupt(c *call, m *met, known bool) {
	a.write(c, a.handle(c, known))
}
