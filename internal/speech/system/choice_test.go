package system

import (
	"slices"
	"testing"
)

// Lists of programs of other systems, as their makers show them.
func TestListsOfOtherSystems(t *testing.T) {
	say := sayVoices([]byte("Albert              en_US    # Hello! My name is Albert.\n" +
		"Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.\nBad News            en_US    # #1\nno voice\n"))
	if want := []Info{{"Albert", "Albert", "en_US"}, {"Eddy (German (Germany))", "Eddy (German (Germany))", "de_DE"}, {"Bad News", "Bad News", "en_US"}}; !slices.Equal(say, want) {
		t.Errorf("say: %+v", say)
	}
	sapi := sapiVoices([]byte("Microsoft Zira Desktop\ten-US\r\nnoise\r\n"))
	if want := []Info{{"Microsoft Zira Desktop", "Microsoft Zira Desktop", "en-US"}}; !slices.Equal(sapi, want) {
		t.Errorf("SAPI: %+v", sapi)
	}
	if got := fliteVoices([]byte("nonsense")); got != nil {
		t.Errorf("flite: %+v", got)
	}
}
