package rubric

import (
	"fmt"
	"strconv"
	"strings"
)

// parse reads the file of one criterion: a "# Name" line, "id:" and "question:"
// lines, then "## 1" to "## 5" in order, each followed by its anchor. Lines of an
// anchor are joined by blanks.
func parse(text string) (Criterion, error) {
	var c Criterion
	level := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "## "):
			level++
			if line != "## "+strconv.Itoa(level) || level > Levels {
				return Criterion{}, fmt.Errorf("heading %q where level %d of %d is expected", line, level, Levels)
			}
		case level > 0:
			c.Anchors[level-1] = strings.TrimSpace(c.Anchors[level-1] + " " + line)
		default:
			if err := c.readHead(line); err != nil {
				return Criterion{}, err
			}
		}
	}
	return c, c.complete()
}

// readHead reads a line before the first level.
func (c *Criterion) readHead(line string) error {
	field, value, ok := (*string)(nil), "", false
	if value, ok = strings.CutPrefix(line, "# "); ok {
		field = &c.Name
	} else if value, ok = strings.CutPrefix(line, "id: "); ok {
		field = (*string)(&c.ID)
	} else if value, ok = strings.CutPrefix(line, "question: "); ok {
		field = &c.Question
	}
	if field == nil || *field != "" {
		return fmt.Errorf("unexpected line %q", line)
	}
	*field = strings.TrimSpace(value)
	return nil
}

// complete says what is missing.
func (c *Criterion) complete() error {
	if c.Name == "" || c.ID == "" || c.Question == "" {
		return fmt.Errorf("name, id or question is missing")
	}
	for i, a := range c.Anchors {
		if a == "" {
			return fmt.Errorf("level %d has no anchor", i+1)
		}
	}
	return nil
}
