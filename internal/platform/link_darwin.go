package platform

import (
	"context"
	"os/exec"
)

func openLink(link string) error {
	return exec.CommandContext(context.Background(), "/usr/bin/open", link).Run() //nolint:gosec // checkLink saw it, and there is no shell
}
