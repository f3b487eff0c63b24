package recogniser

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// nowhere is a folder in which nobody can make a file, not even root. Versions of
// whisper.cpp before 1.7.6 take "-of -" for the name of a file.
const nowhere = "/proc"

// niceness is low: what a person does meanwhile goes first.
const niceness = 10

// confine makes the program the head of a group, so that it can be ended with all it
// started, and has the system end it if this one ends.
func confine(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// tame lowers the priority of a program and sees to it that it leaves no memory image,
// with a person's voice in it, if it crashes. Where that isn't allowed it runs as it is.
func tame(pid int) {
	_ = unix.Setpriority(unix.PRIO_PROCESS, pid, niceness)
	_ = unix.Prlimit(pid, unix.RLIMIT_CORE, &unix.Rlimit{}, nil)
}
