package transcript

import (
	"reflect"
	"testing"
)

func TestTakesAreJoined(t *testing.T) {
	first := Transcript{
		Text: "I led", Words: []Word{{"I", 0, 100}, {"led", 200, 400}}, Timed: true, KeepsFillers: true,
		Language: "en", Source: Source{"a", "m"},
	}
	second := Transcript{Text: "nights.", Words: []Word{{"nights.", 50, 300}}, Timed: true, Rough: true, Language: "en", Source: Source{"a", "m"}}
	got := Joined([]Transcript{first, {}, second}, []int{0, 1000, 2000})
	want := Transcript{
		Text: "I led nights.", Words: []Word{{"I", 0, 100}, {"led", 200, 400}, {"nights.", 2050, 2300}},
		Rough: true, Language: "en", Source: Source{"a", "m"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if all := Joined([]Transcript{first, second}, []int{0, 2000}); !all.Timed || all.KeepsFillers {
		t.Errorf("%+v", all)
	}
	if none := Joined(nil, nil); none.Timed || none.Text != "" || none.Words == nil {
		t.Errorf("%+v", none)
	}
}

func TestOfATextWithoutTimes(t *testing.T) {
	got := Of("  I led\tnights. ")
	if got.Text != "I led\tnights." || len(got.Words) != 3 || got.Timed {
		t.Errorf("%+v", got)
	}
}
