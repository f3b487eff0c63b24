package platform

import "os/exec"

func openLink(link string) error {
	return exec.Command("/usr/bin/open", link).Run() //nolint:gosec // checkLink saw it, and there is no shell
}
