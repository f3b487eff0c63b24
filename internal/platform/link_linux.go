package platform

import (
	"context"
	"os/exec"
)

// openLink starts xdg-open and doesn't wait: it may live as long as the browser.
func openLink(link string) error {
	cmd := exec.CommandContext(context.Background(), "xdg-open", link) //nolint:gosec // checkLink saw it, and there is no shell
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // or it would stay as a zombie
	return nil
}
