package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/jobjourney/jobjourney/internal/career"
)

// font is what all sides set the pages in.
const font = "frontend/node_modules/@expo-google-fonts/source-serif-4/"

var faces = map[string]string{"regular": font + "400Regular/SourceSerif4_400Regular.ttf", "bold": font + "700Bold/SourceSerif4_700Bold.ttf"}

// beside makes a PDF of the same content by other means, and follows one fact into many
// résumés.
func beside(ctx context.Context, b bench, ledger career.Ledger) ([]figure, error) {
	reactPDF, err := byReactPDF(ctx)
	if err != nil {
		return nil, fmt.Errorf("@react-pdf/renderer: %w", err)
	}
	printed, err := byPrinting(ctx, b, ledger)
	if err != nil {
		return nil, fmt.Errorf("print from Chromium: %w", err)
	}
	many, err := manyResumes(ctx, b)
	if err != nil {
		return nil, fmt.Errorf("200 résumés: %w", err)
	}
	return []figure{
		{name: "beside: @react-pdf/renderer makes the PDF, warm, median", value: quantile(reactPDF, 0.5), unit: "ms"},
		{name: "beside: Chromium prints plain HTML, warm, median", value: quantile(printed, 0.5), unit: "ms"},
		{name: "200 résumés over one ledger after one fact changed", value: many, unit: "ms", aim: "100 ms"},
	}, nil
}

// byReactPDF has Node make the file again and again.
func byReactPDF(ctx context.Context) (took []float64, err error) {
	cmd := exec.CommandContext(ctx, "node", "build/bench/reactpdf/run.js", "build/bench/studio/resume.json", faces["regular"], faces["bold"], fmt.Sprint(warms+1))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(out, &took); err != nil {
		return nil, err
	}
	return took[1:], nil
}

// sheet is the résumé as plain HTML.
var sheet = template.Must(template.New("sheet").Parse(`<!doctype html><html lang="en"><title>{{.L.Basics.Name}}</title><style>
@font-face { font-family: R; font-weight: 400; src: url(data:font/ttf;base64,{{.Regular}}) }
@font-face { font-family: R; font-weight: 700; src: url(data:font/ttf;base64,{{.Bold}}) }
@page { size: A4; margin: 18mm } body { font: 10.5pt/1.45 R; margin: 0 } h1, h2, h3, p, ul { margin: 0 0 .5em }
</style><h1>{{.L.Basics.Name}}</h1><p>{{.L.Basics.Label}}</p><p>{{.L.Basics.Email}} · {{.L.Basics.Phone}} · {{.L.Basics.Location.City}}</p><p>{{.L.Basics.Summary}}</p>
<h2>Experience</h2>{{range .L.Work}}<h3>{{.Position}}, {{.Name}}, {{.Location}}</h3><p>{{.StartDate}} – {{.EndDate}}</p><p>{{.Summary}}</p><ul>{{range .Highlights}}<li>{{.Text}}</li>{{end}}</ul>{{end}}
<h2>Volunteering</h2>{{range .L.Volunteer}}<h3>{{.Position}}, {{.Organization}}</h3><p>{{.StartDate}}</p><ul>{{range .Highlights}}<li>{{.Text}}</li>{{end}}</ul>{{end}}
<h2>Education</h2>{{range .L.Education}}<h3>{{.StudyType}}, {{.Area}}</h3><p>{{.Institution}}, {{.StartDate}} – {{.EndDate}} {{.Score}}</p>{{end}}
<h2>Skills</h2>{{range .L.Skills}}<p><b>{{.Name}}</b> {{range .Keywords}}{{.}} {{end}}</p>{{end}}
<h2>Languages</h2>{{range .L.Languages}}<p>{{.Language}}: {{.Fluency}}</p>{{end}}</html>`))

// plain writes the résumé into that, with its fonts.
func plain(ledger career.Ledger) (string, error) {
	content := struct {
		L             career.Ledger
		Regular, Bold template.CSS
	}{L: ledger}
	for name, into := range map[string]*template.CSS{"regular": &content.Regular, "bold": &content.Bold} {
		data, err := os.ReadFile(faces[name])
		if err != nil {
			return "", err
		}
		*into = template.CSS(base64.StdEncoding.EncodeToString(data))
	}
	var html strings.Builder
	err := sheet.Execute(&html, content)
	return html.String(), err
}

// byPrinting has Chromium print one page again and again.
func byPrinting(ctx context.Context, b bench, ledger career.Ledger) (took []float64, err error) {
	html, err := plain(ledger)
	if err != nil {
		return nil, err
	}
	written, err := json.Marshal(html)
	if err != nil {
		return nil, err
	}
	c, err := startChromium(ctx, b, "about:blank")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	if err := c.evaluate("document.open(); document.write("+string(written)+"); document.close(); 0", nil); err != nil {
		return nil, err
	}
	if err := (visit{shell: c}).until(ctx, "document.fonts.size === 2 && document.fonts.status === 'loaded'"); err != nil {
		return nil, err
	}
	for n := range warms + 1 {
		start := time.Now()
		made, err := c.ask("Page.printToPDF", map[string]any{"preferCSSPageSize": true, "generateTaggedPDF": true})
		if err = errors.Join(err, twoPages(made)); err != nil {
			return nil, err
		}
		if n > 0 {
			took = append(took, milliseconds(time.Since(start)))
		}
	}
	return took, nil
}

// twoPages looks whether a file is as long as what it is compared with.
func twoPages(answer json.RawMessage) error {
	var made struct{ Data []byte }
	if err := json.Unmarshal(answer, &made); err != nil {
		return err
	}
	if pages := bytes.Count(made.Data, []byte("/Type /Page\n")); pages != 2 {
		return fmt.Errorf("%d pages instead of 2", pages)
	}
	return nil
}

// manyResumes runs the benchmark of internal/resume.
func manyResumes(ctx context.Context, b bench) (ms float64, err error) {
	out, err := exec.CommandContext(ctx, b.resumes, "-test.run", "^$", "-test.bench", "OneFactManyResumes").Output()
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(out))
	for i, unit := range fields {
		if unit == "ms/200-résumés" && i > 0 {
			_, err := fmt.Sscan(fields[i-1], &ms)
			return ms, err
		}
	}
	return 0, fmt.Errorf("no figure in %q", out)
}
