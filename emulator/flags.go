// Flags: everything that one may want different, as flags and as variables of
// the environment.

package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"
)

// program is how help and messages call this command.
const program = "emulator"

// envPrefix begins each variable: --data-file is EMULATOR_DATA_FILE.
const envPrefix = "EMULATOR"

const description = `The whole Managed Stackable Data Platform API on your own machine, for tests, demonstrations and failure drills in any language.

Start it and point a program at it:

    go run ./emulator
    export IONOS_API_URL=http://127.0.0.1:8080 IONOS_TOKEN=token

Without more it knows one administrator (user name "user", password "password", bearer token "token") and one virtual data center, keeps everything in memory, and shows what happens at http://127.0.0.1:8081.

    emulator --data-file dp.db           keeps its data, also through a kill
    emulator --speed instant             no waiting between states
    emulator --duration cluster.create=1m   a creation takes a minute
    emulator --tls --tls-write ca.pem    HTTPS; clients trust ca.pem
    emulator --people people.yaml        contracts, users and their rights
    emulator --faults faults.yaml        what shall go wrong, and when

Each flag can be given by the variable named beside it instead; the flag wins:

    EMULATOR_DATA_FILE=dp.db EMULATOR_TLS=true emulator

Files are YAML; docs/EMULATOR.md shows them. Addresses for people are printed on the standard output, the last line when all is ready; logs go to the standard error. SIGINT or SIGTERM stops it: requests that have begun are answered first. The exit status is 0 after that, 2 when a flag, a variable or a file of people or faults is wrong, and 1 when something else is in the way, like a taken port or a data file in use.`

// flags are the command line.
type flags struct {
	Address      string `group:"listen" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where the API listens (${default}); port 0 takes a free one."`
	AdminAddress string `group:"listen" default:"127.0.0.1:8081" placeholder:"HOST:PORT" help:"Where the admin interface and its web page listen (${default}); \"none\" for neither."`
	AllowRemote  bool   `group:"listen" help:"Listen on addresses that other machines reach, too. The admin interface asks for no password."`

	TLS      bool  `group:"tls" name:"tls" help:"Speak HTTPS, with a certificate made at the start unless --tls-cert gives one."`
	TLSCert  file  `group:"tls" name:"tls-cert" placeholder:"FILE" help:"Certificate chain, PEM. Switches HTTPS on; needs --tls-key."`
	TLSKey   file  `group:"tls" name:"tls-key" placeholder:"FILE" help:"Private key of the certificate, PEM."`
	TLSWrite file  `group:"tls" name:"tls-write" placeholder:"FILE" help:"Write the generated certificate here, for clients to trust."`
	TLSHost  hosts `group:"tls" name:"tls-host" placeholder:"NAME,…" help:"Further host names and addresses in the generated certificate."`

	DataFile   file    `group:"data" placeholder:"FILE" help:"Keep everything in this file; without it, in memory. It is made when it isn't there."`
	Speed      string  `group:"data" enum:"instant,demo,real" default:"demo" help:"How long changes take: instant (no time), demo (seconds), or real (about as long as the service)."`
	Duration   list    `group:"data" placeholder:"KIND.ACTION=TIME,…" help:"Exceptions from --speed, like cluster.create=90s; KIND is cluster or nodepool, ACTION create, update or delete. Also: terminated (how long a deleted resource still answers), scaling (how often auto-scaling looks) and maintenance (how long a window takes)."`
	ClockSpeed *factor `group:"data" placeholder:"FACTOR" help:"How fast the clock of lives runs: 60 makes a minute of every second, 0 stops it. Without it 1, or as the data file has it. See docs/EMULATOR.md for the time while the program is down."`
	Seed       *seed   `group:"data" placeholder:"NUMBER" help:"Makes identifiers and chances repeat from run to run; without it, identifiers don't."`

	People     file    `group:"world" placeholder:"FILE" help:"The contracts and users, YAML. See docs/EMULATOR.md."`
	VDC        phrases `group:"world" name:"vdc" placeholder:"ID[,key=value…];…" help:"The virtual data centers; keys are name, location, description and contract. More come after semicolons, or from the flag repeated. Without it there is one, d3c1a2b4-0000-4000-8000-0123456789ab."`
	Versions   list    `group:"world" placeholder:"VERSION,…" help:"The Data Platform versions, oldest first (23.7,23.11,24.3,24.7,24.11)."`
	APIVersion string  `group:"world" name:"api-version" enum:"0.0.7,1.2.0" default:"1.2.0" help:"Which API version's form GET /versions has: a bare array (0.0.7) or an object (${default})."`
	Faults     file    `group:"world" placeholder:"FILE" help:"What shall go wrong, YAML. The admin interface changes it later."`
	RateLimit  count   `group:"world" placeholder:"PER-MINUTE" help:"How many requests a person may send in a minute; more get 429. Without it, or with 0, there is no limit."`
	ErrorPages bool    `group:"world" help:"Errors of the gateway are HTML pages."`
	Journal    count   `group:"world" default:"1000" placeholder:"ENTRIES" help:"How many requests the journal keeps (${default})."`

	LogLevel  string `group:"log" enum:"debug,info,warn,error" default:"info" help:"What is logged: debug, info, warn or error; debug has every request."`
	LogFormat string `group:"log" enum:"text,json" default:"text" help:"How logs look: text or json."`

	StopTimeout lasting `group:"log" default:"10s" placeholder:"TIME" help:"How long a stop waits for requests that have begun (${default})."`

	strange []string // variables that begin like ours
}

// parse reads the command line and the environment. done means that help was
// asked for and has been printed.
func parse(args []string, out io.Writer) (f *flags, done bool, err error) {
	f = &flags{}
	parser, err := kong.New(f,
		kong.Name(program),
		kong.Description(description),
		kong.DefaultEnvars(envPrefix),
		kong.Writers(out, out),
		kong.Exit(func(int) { done = true }),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100}),
		kong.ExplicitGroups([]kong.Group{
			{Key: "listen", Title: "Where it listens:"},
			{Key: "tls", Title: "HTTPS:"},
			{Key: "data", Title: "Data and time:"},
			{Key: "world", Title: "The world that it emulates:"},
			{Key: "log", Title: "Running:"},
		}),
	)
	if err != nil {
		return nil, false, err
	}
	_, err = parser.Parse(args)
	if done {
		return nil, true, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("%w\nTry --help", err)
	}
	f.strange = strange(parser.Model.Flags)
	return f, false, nil
}

// strange finds variables that no flag has, which are probably misspelled.
func strange(flags []*kong.Flag) []string {
	known := map[string]bool{}
	for _, flag := range flags {
		for _, name := range flag.Envs {
			known[name] = true
		}
	}
	var names []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		if strings.HasPrefix(name, envPrefix+"_") && !known[name] {
			names = append(names, name)
		}
	}
	return names
}
