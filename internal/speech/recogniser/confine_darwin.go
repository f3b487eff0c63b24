package recogniser

import (
	"os/exec"
	"syscall"
)

// nowhere is a folder in which an ordinary user can't make a file. Versions of
// whisper.cpp before 1.7.6 take "-of -" for the name of a file. Not run yet.
const nowhere = "/dev"

const niceness = 10

// confine makes the program the head of a group, so that it can be ended with all it started.
func confine(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}

// tame lowers the priority of a program. macOS makes no memory images unless told to.
func tame(pid int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, pid, niceness) }
