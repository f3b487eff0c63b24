package platform

import (
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestCheckLink(t *testing.T) {
	allowed := []string{
		"https://openrouter.ai/keys", "http://127.0.0.1:11434/", "HTTPS://EXAMPLE.ORG", "https://example.org/a?b=c#d",
		"mailto:privacy@example.org", "mailto:a@example.org?subject=URGENT%3A%20Data",
	}
	refused := []string{
		"", "example.org", "//example.org", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
		"ssh://example.org", "smb://server/share", "https:", "https:///path", "https://user:word@example.org/",
		"https://example.org/\nx", "https://example.org/ --help", "--version", "-https://example.org", "mailto:",
		"mailto:nobody", "https://example.org/\x00", "https://%zz", "vbscript:x", "ms-settings:privacy",
	}
	for _, link := range allowed {
		if err := checkLink(link); err != nil {
			t.Errorf("%q is refused: %v", link, err)
		}
	}
	for _, link := range refused {
		err := OpenLink(link)
		if !errors.Is(err, fault.New(fault.Denied, "platform.badLink")) {
			t.Errorf("%q: %v", link, err)
		} else if link != "" && strings.Contains(err.Error(), link) {
			t.Errorf("the error repeats %q", link)
		}
	}
}

func FuzzCheckLink(f *testing.F) {
	f.Add("https://example.org")
	f.Add("mailto:a@example.org")
	f.Add("file:///etc/passwd")
	f.Fuzz(func(t *testing.T, link string) {
		if checkLink(link) != nil {
			return
		}
		low := strings.ToLower(link)
		if !strings.HasPrefix(low, "http://") && !strings.HasPrefix(low, "https://") && !strings.HasPrefix(low, "mailto:") {
			t.Errorf("%q got through", link)
		}
		if strings.ContainsAny(link, "\n\r\x00 ") {
			t.Errorf("%q holds what a command line could trip over", link)
		}
	})
}
