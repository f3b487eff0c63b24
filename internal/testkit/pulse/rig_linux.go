package pulse

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Names of the virtual devices, as PulseAudio's clients show them.
const (
	MicrophoneName = "Test-Microphone"
	SpeakerName    = "Test-Speaker"
)

// patience is how long anything here may take before the test fails.
const patience = 30 * time.Second

// Rig is a running sound server.
type Rig struct {
	tb      testing.TB
	dir     string
	env     []string
	spawn   chan *exec.Cmd // to the thread all children belong to
	started chan error
	daemon  *exec.Cmd
}

// Bare starts a sound server without a single microphone or loudspeaker, and points
// this process's environment at it for the rest of the test.
func Bare(tb testing.TB) *Rig {
	tb.Helper()
	r := &Rig{tb: tb, dir: folder(tb), spawn: make(chan *exec.Cmd), started: make(chan error)}
	run := filepath.Join(r.dir, "run")
	if err := os.Mkdir(run, 0o700); err != nil {
		tb.Fatal(err)
	}
	for name, value := range map[string]string{
		"XDG_RUNTIME_DIR":    run,
		"PULSE_RUNTIME_PATH": run,
		"PULSE_SERVER":       "unix:" + filepath.Join(run, "native"),
		"PULSE_COOKIE":       filepath.Join(run, "cookie"), // not into the home folder
		"PULSE_STATE_PATH":   run,
	} {
		tb.Setenv(name, value)
		r.env = append(r.env, name+"="+value)
	}
	go r.spawner()
	tb.Cleanup(func() {
		close(r.spawn)
		for range r.started { // closed when all children have ended
		}
	})
	r.daemon = r.start("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
		"--log-target=file:"+filepath.Join(r.dir, "pulse.log"),
		"-L", "module-native-protocol-unix auth-anonymous=1 socket="+filepath.Join(run, "native"))
	r.until("the sound server answers", func() bool { return exec.Command("pactl", "info").Run() == nil })
	return r
}

// Start starts a sound server with a microphone and a loudspeaker, both ready and default.
func Start(tb testing.TB) *Rig {
	tb.Helper()
	r := Bare(tb)
	r.PlugMicrophone()
	r.plugSpeaker()
	return r
}

// Env are the variables another process needs to find this sound server.
func (r *Rig) Env() []string { return append([]string(nil), r.env...) }

// folder is TempDir, but for what the sound library writes into it late: an opening that
// was given up goes on in the background, and may make its cookie while all is removed.
func folder(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("", "pulse") //nolint:usetesting // see above
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		for err := os.RemoveAll(dir); err != nil; err = os.RemoveAll(dir) {
			if !errors.Is(err, syscall.ENOTEMPTY) {
				tb.Error(err)
				return
			}
		}
	})
	return dir
}

// PlugMicrophone adds the virtual microphone and makes it the default: whatever is
// played into the hidden sink behind it is what it hears.
func (r *Rig) PlugMicrophone() {
	r.tb.Helper()
	r.sink("mic_wire", "Wire", 1)
	r.ReplugMicrophone()
}

// ReplugMicrophone brings the microphone back after UnplugMicrophone.
func (r *Rig) ReplugMicrophone() {
	r.tb.Helper()
	r.Pactl("load-module", "module-remap-source", "source_name=mic", "master=mic_wire.monitor",
		"source_properties=device.description="+MicrophoneName)
	r.Pactl("set-default-source", "mic")
}

func (r *Rig) plugSpeaker() {
	r.tb.Helper()
	r.sink("spk", SpeakerName, 2)
	r.Pactl("set-default-sink", "spk")
}

// sink adds a sink that goes nowhere and keeps it awake: an idle one gathers two
// seconds of sound before it moves any, which no real device does. A stream of
// silence with a low latency brings it down to a few milliseconds.
func (r *Rig) sink(name, description string, channels int) {
	r.tb.Helper()
	r.Pactl("load-module", "module-null-sink", "sink_name="+name, "rate=48000", fmt.Sprint("channels=", channels),
		"sink_properties=device.description="+description)
	r.start("pacat", "--device="+name, "--rate=48000", fmt.Sprint("--channels=", channels), "--format=s16le",
		"--latency-msec=20", "/dev/zero")
	r.until(name+" is awake", func() bool { return r.isAwake(name) })
}

// isAwake reads "Latency: 4982 usec, configured 5000 usec" out of the sink's entry.
func (r *Rig) isAwake(name string) bool {
	list, err := exec.Command("pactl", "list", "sinks").Output()
	if err != nil {
		return false
	}
	_, entry, found := strings.Cut(string(list), "\tName: "+name+"\n")
	if !found {
		return false
	}
	_, latency, _ := strings.Cut(entry, "configured ")
	var configured int
	_, err = fmt.Sscanf(latency, "%d usec", &configured)
	return err == nil && configured > 0 && configured <= 40_000
}

// UnplugMicrophone takes the microphone away, as pulling its cable does.
func (r *Rig) UnplugMicrophone() {
	r.tb.Helper()
	r.Pactl("unload-module", "module-remap-source")
}

// UnplugSpeaker takes the loudspeaker away, and the microphone's hidden sink with it.
func (r *Rig) UnplugSpeaker() {
	r.tb.Helper()
	r.Pactl("unload-module", "module-null-sink")
}

// Kill ends the sound server without a farewell.
func (r *Rig) Kill() {
	r.tb.Helper()
	if err := r.daemon.Process.Kill(); err != nil {
		r.tb.Fatal(err)
	}
	r.until("the sound server is gone", func() bool { return exec.Command("pactl", "info").Run() != nil })
}

// Pactl runs a command of PulseAudio's own controller and gives what it prints.
func (r *Rig) Pactl(args ...string) string {
	r.tb.Helper()
	out, err := exec.Command("pactl", args...).CombinedOutput()
	if err != nil {
		r.tb.Fatalf("pactl %v: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// spawner starts all children from one thread that lives as long as the test: the
// kernel ends a child when the thread that started it goes, so none outlives a test
// process that crashes.
func (r *Rig) spawner() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var running []*exec.Cmd
	for cmd := range r.spawn {
		cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
		err := cmd.Start()
		if err == nil {
			running = append(running, cmd)
		}
		r.started <- err
	}
	for _, cmd := range running {
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()
	}
	close(r.started)
}

func (r *Rig) start(name string, args ...string) *exec.Cmd {
	r.tb.Helper()
	cmd := exec.Command(name, args...)
	r.spawn <- cmd
	if err := <-r.started; err != nil {
		r.tb.Fatalf("start %s: %v", name, err)
	}
	return cmd
}

// until asks again and again, because pactl is the only one who knows.
func (r *Rig) until(what string, holds func() bool) {
	r.tb.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	late := time.After(patience)
	for !holds() {
		select {
		case <-tick.C:
		case <-late:
			log, _ := os.ReadFile(filepath.Join(r.dir, "pulse.log"))
			r.tb.Fatalf("waited %v until %s\n%s", patience, what, log)
		}
	}
}
