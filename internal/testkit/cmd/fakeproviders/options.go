package main

import (
	"flag"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/jobjourney/jobjourney/internal/ai/fakeai"
	"github.com/jobjourney/jobjourney/internal/speech/fakespeech"
)

// names are the providers in the order they are shown, with the address each has unless
// told otherwise. Local servers have their usual ports, where the app looks for them; of
// those that share one, only the first has it.
var names = []struct{ name, address string }{
	{"openrouter", "127.0.0.1:18001"},
	{"elevenlabs", "127.0.0.1:18002"},
	{"ollama", "127.0.0.1:11434"},
	{"lmstudio", "127.0.0.1:1234"},
	{"whispercpp", "127.0.0.1:8080"},
	{"llamacpp", "127.0.0.1:18080"},
	{"speaches", "127.0.0.1:8000"},
	{"kokoro", "127.0.0.1:8880"},
}

// options are what the flags say.
type options struct {
	addresses map[string]*string
	ai        fakeai.Delays
	speech    fakespeech.Delays
	sphinx    bool
	heard     string
	credit    float64
	quota     int
	faults    faults
}

func parse(args []string, out io.Writer) (options, error) {
	o := options{addresses: map[string]*string{}}
	set := flag.NewFlagSet("fakeproviders", flag.ContinueOnError)
	set.SetOutput(out)
	for _, n := range names {
		o.addresses[n.name] = set.String(n.name, n.address, "`address` of "+n.name+"; port 0 is any free one, an empty address leaves it out")
	}
	set.DurationVar(&o.ai.FirstToken, "first-token", 350*time.Millisecond, "until a model says anything")
	set.Float64Var(&o.ai.TokensPerSecond, "tokens-per-second", 50, "how fast a model goes on; 0 is at once")
	set.DurationVar(&o.speech.FirstAudio, "first-audio", 150*time.Millisecond, "until speech begins")
	set.Float64Var(&o.speech.RealTime, "speech-speed", 3, "how many times faster than it is heard speech comes; 0 is at once")
	set.DurationVar(&o.speech.Commit, "transcript", 410*time.Millisecond, "from a commit to the final realtime transcript")
	set.DurationVar(&o.speech.Batch, "batch", 2*time.Second, "until a whole recording is transcribed")
	set.BoolVar(&o.sphinx, "sphinx", false, "hear with PocketSphinx and speak with flite (English)")
	set.StringVar(&o.heard, "heard", fakespeech.Heard, "what is `heard` in every recording, without -sphinx")
	set.Float64Var(&o.credit, "credit", 0, "limit of the OpenRouter key in `USD`; 0 is none")
	set.IntVar(&o.quota, "characters", 0, "`characters` left in the ElevenLabs plan; 0 is 10,000")
	set.Var(&o.faults, "fault", "`provider:path:call:fault`, for example openrouter:/chat/completions:2:402; call \"every\" is each; may be repeated. Faults:\n"+faultNames())
	if err := set.Parse(args); err != nil {
		return o, err
	}
	o.ai.FirstAudio, o.ai.Transcript = o.speech.FirstAudio, o.speech.Batch
	return o, o.check(set.Args())
}

// check keeps the fakes on this computer: they have no real keys, but hear real voices.
func (o options) check(rest []string) error {
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	for name, address := range o.addresses {
		if *address == "" {
			continue
		}
		host, _, err := net.SplitHostPort(*address)
		if err != nil {
			return fmt.Errorf("address of %s: %w", name, err)
		}
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			return fmt.Errorf("address of %s: %s isn't on loopback", name, host)
		}
	}
	return nil
}
