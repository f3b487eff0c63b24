package recogniser_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/fault"
	"github.com/jobjourney/jobjourney/internal/speech/recogniser"
)

func ids(choice recogniser.Choice) []string {
	var out []string
	for _, r := range recogniser.Find(clock.System{}, choice) {
		out = append(out, r.ID())
	}
	return out
}

func TestNothingInstalled(t *testing.T) {
	hide(t)
	if got := ids(recogniser.Choice{}); got != nil {
		t.Errorf("found %v", got)
	}
}

func TestAProgramWithoutModels(t *testing.T) {
	folder := install(t, "json")
	ok(t, os.Remove(filepath.Join(folder, "ggml-base.bin")))
	if got := ids(recogniser.Choice{}); got != nil {
		t.Errorf("found %v", got)
	}
}

func TestModelsInTheUsualPlaces(t *testing.T) {
	install(t, "json")
	home, data, system, cache := os.Getenv("HOME"), os.Getenv("XDG_DATA_HOME"), os.Getenv("XDG_DATA_DIRS"), os.Getenv("XDG_CACHE_HOME")
	addModel(t, filepath.Join(home, "whisper.cpp", "models", "ggml-large-v3.bin"))
	addModel(t, filepath.Join(data, "whisper", "ggml-tiny.en.bin"))
	addModel(t, filepath.Join(system, "whisper.cpp-model-base.en", "ggml-base.en.bin"))
	addModel(t, filepath.Join(system, "whisper-cpp", "ggml-large-v3-turbo-q5_0.bin"))
	addModel(t, filepath.Join(cache, "whisper.cpp", "ggml-small.bin"))
	addModel(t, filepath.Join(cache, "whisper.cpp", "ggml-base.bin")) // the second of its name
	addModel(t, filepath.Join(cache, "whisper.cpp", "for-tests-ggml-medium.bin"))
	addModel(t, filepath.Join(cache, "other", "ggml-medium.bin"))
	ok(t, os.WriteFile(filepath.Join(cache, "whisper.cpp", "ggml-silero-v5.1.2.bin"), []byte("lmgg, but small"), 0o644))
	torn := filepath.Join(cache, "whisper.cpp", "ggml-medium.bin")
	ok(t, os.WriteFile(torn, []byte("<htm"), 0o644))
	ok(t, os.Truncate(torn, 32<<20))

	want := []string{
		"whisper.cpp/base.en", "whisper.cpp/base", "whisper.cpp/small", "whisper.cpp/tiny.en",
		"whisper.cpp/large-v3-turbo-q5_0", "whisper.cpp/large-v3",
	}
	if got := ids(recogniser.Choice{}); !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	// What a person chose comes first, and a folder with everything in it.
	chosen := filepath.Join(t.TempDir(), "mine.bin")
	addModel(t, chosen)
	if got := ids(recogniser.Choice{Model: chosen}); len(got) != 7 || got[0] != "whisper.cpp/mine" || got[1] != want[0] {
		t.Errorf("found %v", got)
	}
	addModel(t, filepath.Join(filepath.Dir(chosen), "ggml-medium.bin"))
	addModel(t, filepath.Join(filepath.Dir(chosen), "ggml-tiny.bin"))
	if got := ids(recogniser.Choice{Model: filepath.Dir(chosen)}); len(got) != 8 || got[0] != "whisper.cpp/tiny" || got[1] != "whisper.cpp/medium" {
		t.Errorf("found %v", got)
	}
}

func TestAChosenProgram(t *testing.T) {
	folder := install(t, "json")
	t.Setenv("PATH", t.TempDir())
	program := filepath.Join(folder, fakeName)
	if got := ids(recogniser.Choice{Program: program}); !slices.Equal(got, []string{"whisper.cpp/base"}) {
		t.Errorf("found %v", got)
	}
	if got := ids(recogniser.Choice{Program: filepath.Join(folder, "gone")}); got != nil {
		t.Errorf("found %v", got)
	}
}

func TestLanguagesOfModels(t *testing.T) {
	folder := install(t, "json")
	addModel(t, filepath.Join(folder, "ggml-base.en-q5_1.bin"))
	all := recogniser.Find(clock.System{}, recogniser.Choice{})
	english, many := all[0], all[1]
	if !english.Supports("en") || english.Supports("de") || english.Supports("") || english.Rough() {
		t.Errorf("%s: %v", english.ID(), english.Languages())
	}
	if !many.Supports("en") || !many.Supports("DE") || !many.Supports("") || many.Supports("xx") || many.Name() != "whisper.cpp" || many.Model() != "base" {
		t.Errorf("%s: %v", many.ID(), many.Languages())
	}
	_, err := english.Transcribe(t.Context(), seconds3, "de")
	wantFault(t, err, fault.Invalid, "speech.languageUnknown")
}

func TestCheckOfAChosenFile(t *testing.T) {
	folder := t.TempDir()
	addModel(t, filepath.Join(folder, "any name"))
	if err := recogniser.Check(filepath.Join(folder, "any name")); err != nil {
		t.Error(err)
	}
	ok(t, os.WriteFile(filepath.Join(folder, "text"), []byte("no model"), 0o644))
	for _, path := range []string{"text", "gone", ""} {
		err := recogniser.Check(filepath.Join(folder, path))
		wantFault(t, err, fault.Invalid, "speech.notAModel")
		if fault.Of(err).Field != "model" {
			t.Errorf("blames %q", fault.Of(err).Field)
		}
	}
}
