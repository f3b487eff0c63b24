package german

import (
	"fmt"
	"strings"
)

// things are what the lines are about, so that no two are alike.
var things = strings.Split("der Zeitung,dem Garten,der Brücke,dem Fenster,der Werkstatt,dem Zug,der Küche,dem Brief,der Treppe,dem Schiff,der Uhr,dem Wald,der Schule,dem Markt,der Lampe,dem Berg,der Farbe,dem Stuhl,der Reise,dem Regen,der Kasse,dem Haus,der Leiter,dem Boot", ",")

func thing(n int) string {
	return things[n%len(things)] + strings.Repeat(" und "+things[n/len(things)%len(things)], min(1, n/len(things)))
}

// Line is one to be answered: a kind of package translation, and its text.
type Line struct{ ID, Kind, Text string }

// Texts answers lines by their ids, which are numbers; name is the interviewer's.
func Texts(name string, lines []Line) map[string]string {
	out := map[string]string{}
	first, _, _ := strings.Cut(name, " ")
	for _, l := range lines {
		named, n := "", 0
		if strings.Contains(l.Text, first) {
			named = first
		}
		_, _ = fmt.Sscan(l.ID, &n) // another id is line 0
		out[l.ID] = answer(l.Kind, n, named)
	}
	return out
}

// answer is the n-th line of a kind; name is empty where the line had none.
func answer(kind string, n int, name string) string {
	switch {
	case kind == "question":
		return fmt.Sprintf("Erzählen Sie mir von einem Tag mit %s, an dem es auf Sie ankam.", thing(n))
	case kind == "followUp":
		return fmt.Sprintf("Was haben Sie dabei mit %s selbst getan?", thing(n))
	case kind == "aim":
		return fmt.Sprintf("Ob Sie bei der Arbeit mit %s wissen, was zuerst zu tun ist.", thing(n))
	case kind == "topic":
		return "Umgang mit " + thing(n)
	case name != "":
		return fmt.Sprintf("Guten Tag, ich bin %s. Danke, dass Sie sich die Zeit nehmen.", name)
	}
	return fmt.Sprintf("Danke Ihnen für das mit %s.", thing(n))
}
