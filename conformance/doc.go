// Package conformance holds a client of the Managed Stackable Data Platform API
// against a list of rules: what a client does with connections, failures,
// pauses, rate limits, cancellation, redirects, credentials, strange answers,
// waiting and creating once.
//
// Any client can be plugged in through an [Adapter], whatever SDK it is made of:
//
//	report := conformance.Run(ctx, conformance.Adapter{Name: "mine", New: newClient})
//	err := report.WriteText(os.Stdout)
//
// or, in a test, with one subtest a rule:
//
//	conformance.Test(t, conformance.Adapter{Name: "mine", New: newClient})
//
// A client in another language is a program, see [Program].
//
// The rules talk to the client through a [Server] that answers by a script and
// misbehaves where a rule wants it. Everything stays on the loopback interface.
// A run takes about ten seconds with the usual settings of a client. No rule
// takes longer than [RuleLimit], and little more if the client hangs.
//
// The package imports the standard library only, and not the SDK beside it.
package conformance
