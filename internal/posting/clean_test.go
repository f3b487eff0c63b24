package posting

import (
	"errors"
	"strings"
	"testing"

	"github.com/jobjourney/jobjourney/internal/fault"
)

func TestCleanRefuses(t *testing.T) {
	tests := map[string]struct{ raw, key string }{
		"nothing":            {"", "posting.empty"},
		"only blanks":        {" \n\t\u00a0\u200b\r\n", "posting.empty"},
		"only markup":        {"<p>&nbsp;</p><br></div>", "posting.empty"},
		"a zero byte":        {"Chef\x00wanted", "posting.notText"},
		"a PDF":              {"%PDF-1.7\n1 0 obj", "posting.notText"},
		"not UTF-8":          {"caf\xe9 wanted", "posting.notText"},
		"control characters": {strings.Repeat("\x01\x02ab", 20), "posting.notText"},
		"only an address":    {" HTTPS://jobs.example.org/nurse?id=7\n", "posting.onlyAddress"},
		"a bare address":     {"www.example.org/jobs", "posting.onlyAddress"},
		"one byte too many":  {strings.Repeat("a", MaxBytes+1), "posting.tooLarge"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Clean(tt.raw)
			if !errors.Is(err, fault.New(fault.Invalid, tt.key)) || fault.Of(err).Field != "text" {
				t.Errorf("Clean: %v, want invalid %s on the text", err, tt.key)
			}
		})
	}
	if _, err := Clean(strings.Repeat("a", MaxBytes)); err != nil {
		t.Errorf("a text of exactly the limit: %v", err)
	}
}

func TestClean(t *testing.T) {
	tests := map[string]struct{ raw, want string }{
		"line ends and blanks":      {"A\r\nB\u2028C\u00a0 d\t e \n\n\n\nF", "A\nB\nC d e\n\nF"},
		"an address and words":      {"https://example.org/jobs/7\nNurse", "https://example.org/jobs/7\nNurse"},
		"entities":                  {"R&amp;D &ndash; 5&nbsp;years", "R&D – 5 years"},
		"markup":                    {"<h2>Skills</h2><ul><li>Go</li><li>SQL</li></ul><p>Bye<br/>now</p>", "Skills\n\n• Go\n\n• SQL\n\nBye\nnow"},
		"script goes":               {"<p>a</p><script>var x = 1 < 2;</script><p>b</p>", "a\n\nb"},
		"comment goes":              {"<p>a<!-- <b>hidden</b> -->b</p>", "ab"},
		"comparison stays":          {"<5 years or > 3, x</ b", "<5 years or > 3, x</ b"},
		"invisible characters":      {"Soft\u00adware\u200b \ufeffengineer", "Software engineer"},
		"joiners stay":              {"می\u200cخواهیم 👩\u200d⚕️", "می\u200cخواهیم 👩\u200d⚕️"},
		"right to left stays":       {"دعوة للعمل\u200f: ممرضة", "دعوة للعمل\u200f: ممرضة"},
		"a stray control is let go": {"Nurse" + strings.Repeat(" wanted", 20) + "\x0e", "Nurse" + strings.Repeat(" wanted", 20)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := Clean(tt.raw)
			if err != nil || got != tt.want {
				t.Errorf("Clean(%q) = %q, %v; want %q", tt.raw, got, err, tt.want)
			}
			if again, err := Clean(got); err != nil || again != got && !strings.Contains(got, "</") {
				t.Errorf("cleaning twice: %q, %v", again, err)
			}
		})
	}
}
