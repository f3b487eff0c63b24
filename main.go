// JobJourney keeps the facts of a working life and rehearses interviews. This file
// wires adapters to services to bound structs, and starts a window, a page or a command.
package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/jobjourney/jobjourney/app"
	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/account/example"
	"github.com/jobjourney/jobjourney/internal/ai"
	"github.com/jobjourney/jobjourney/internal/audio"
	"github.com/jobjourney/jobjourney/internal/career"
	"github.com/jobjourney/jobjourney/internal/clock"
	"github.com/jobjourney/jobjourney/internal/exporter"
	"github.com/jobjourney/jobjourney/internal/importer"
	"github.com/jobjourney/jobjourney/internal/importer/picture"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/platform"
	"github.com/jobjourney/jobjourney/internal/posting"
	"github.com/jobjourney/jobjourney/internal/privacy"
	"github.com/jobjourney/jobjourney/internal/profile"
	"github.com/jobjourney/jobjourney/internal/progress"
	"github.com/jobjourney/jobjourney/internal/resume"
	"github.com/jobjourney/jobjourney/internal/resume/check"
	"github.com/jobjourney/jobjourney/internal/resume/compare"
	"github.com/jobjourney/jobjourney/internal/settings"
	"github.com/jobjourney/jobjourney/internal/settings/provider"
	"github.com/jobjourney/jobjourney/internal/speech"
	"github.com/jobjourney/jobjourney/internal/store"
	"github.com/jobjourney/jobjourney/internal/vault"
)

//go:embed all:frontend/dist
var dist embed.FS

//go:embed frontend/src/paper/words
var wordFiles embed.FS

//go:embed frontend/src/i18n/*.json
var sentences embed.FS

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, "find program:", err)
		return 1
	}
	reader := importer.NewSandbox(clock.System{}, self, importer.ChildCommand)
	language := settings.Spoken(platform.Languages())
	commands := app.Commands{
		Reader: reader, ServeChild: importer.ServeChild, JSONResume: exporter.JSONResume,
		Losses: importer.WriteLosses, Sentence: app.Sentences(sentences, language),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Scorer: ai.Scorers(ai.NewHTTP(), clock.System{}),
	}
	options, code, handled := commands.Dispatch(args)
	if handled {
		return code
	}
	if err := start(options, &commands, reader, language); err != nil {
		slog.Error("start", "error", err.Error())
		fmt.Fprintln(os.Stderr, commands.Explain(err))
		return 1
	}
	return 0
}

// start wires everything and runs a shell until it is closed; from where a profile is at
// hand, commands explains in the profile's language.
func start(chosen app.Options, commands *app.Commands, reader importer.Sandbox, language string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, lost := chosen.Folder(platform.ProfileFolder)
	words, broken := resume.LoadWords(wordFiles)
	built, missing := fs.Sub(dist, "frontend/dist")
	if err := errors.Join(lost, broken, missing); err != nil {
		return err
	}
	steady := clock.NewSteady(clock.System{})
	kept := store.New(dir, vault.New(dir, platform.NewKeyring(steady), steady, vault.DefaultLockParams()), steady)
	home := store.NewHome(kept, steady, func(folder string) (store.Guard, error) { return platform.LockProfile(folder) })
	home.SweepLeftovers()
	gate := app.NewGate()
	desktop, browser := app.NewDesktop(gate, home, platform.OpenFolder, platform.CheckSpelling), app.NewBrowser(gate, platform.OpenLink)
	shell := chosen.Shell(runtime.GOOS, os.Getenv, desktop, browser)
	events := app.NewEvents(shell)

	records, careerStore, resumeStore := store.NewInterview(kept), store.NewCareer(kept), store.NewResumes(kept)
	ledger := career.NewService(careerStore, events, steady)
	resumes := resume.NewService(resume.Deps{
		Store: resumeStore, Versions: resumeStore, Ledger: ledger, Events: events, Clock: steady, Words: words, Formats: exporter.Formats(),
	})
	postings, person := posting.New(store.NewPostings(kept), events, steady), profile.NewService(store.NewProfiles(kept), events)
	options := settings.NewService(store.NewSettings(kept), home, events, language)
	commands.Sentence = app.Sentences(sentences, options.Appearance().Language)
	sound := audio.New(clock.System{})
	keys, web := store.NewProviders(kept), ai.NewHTTP()
	cast := provider.NewService(provider.Deps{
		Store: keys, Keys: keys, Coaches: ai.Coaches{HTTP: web, Clock: steady, Learned: &ai.Learned{}}, Local: ai.Around{HTTP: web}, Events: events, Clock: steady,
		SignIn: ai.NewSignIn(web, steady, commands.Say("openrouter.back"), commands.Say("openrouter.notBack")), Scribes: speech.Scribes(web, steady), Voices: speech.Voices(web, steady),
	})
	rehearsals := interview.NewService(interview.Deps{
		Rehearsals: records, Answers: records, Recorder: records, Recordings: records,
		Microphone: audio.Microphone{System: sound}, Voice: audio.NewVoice(sound.Speaker(""), speech.SystemVoice(), cast), Activity: audio.NewActivity,
		Events: events, Clock: steady, Preferences: options, Cast: cast, Compose: ai.Compose,
		Sources: interview.Sources{Ledger: ledger, Postings: postings, Profile: person},
	})
	retention := privacy.NewRetention(kept, rehearsals, events, steady, resumes)
	files, tasks, fonts := app.NewFiles(), app.NewTasks(gate, shell), platform.NewFonts()
	invented := example.New(home, example.Services{
		Career: ledger, Resumes: resumes, Postings: postings, Profile: person, Rehearsals: rehearsals, Records: records, Activity: audio.NewActivity, Clock: steady})
	owner := account.NewService(home, home, home, invented, events, steady,
		retention, rehearsals, account.OnLock(ledger.Forget), account.OnLock(resumes.Forget), account.OnLock(files.Forget), account.OnLock(tasks.Forget))
	if chosen.Example {
		if err := owner.ShowExample(ctx); err != nil {
			return err
		}
	}

	bound := app.Bound{
		System:   app.NewSystem(gate, shell, tasks, kept, home, app.Seen{Ready: desktop.Show, Painted: chosen.Painted(os.Stderr)}),
		Account:  app.NewAccount(gate, owner),
		Settings: app.NewSettings(gate, options, person),
		Career: app.NewCareer(gate, ledger, career.NewDocuments(ledger, careerStore, steady),
			career.NewPictures(ledger, careerStore, picture.Room{}), reader, files, tasks, shell),
		Postings: app.NewPostings(gate, postings),
		Resumes: app.NewResumes(gate, resumes, compare.New(resumes, words),
			app.NewResumeChecks(check.NewService(resumes, reader, words, steady), files, tasks), app.NewResumeFonts(gate, fonts), files, shell),
		Rehearsals: app.NewRehearsals(gate, rehearsals, tasks, files, shell), Practice: app.NewPractice(gate, progress.NewService(rehearsals, postings, steady)),
		Providers: app.NewProviders(gate, cast, tasks, shell),
		Privacy:   app.NewPrivacy(gate, rehearsals, retention, account.NewBackups(owner, home, steady), tasks, files, shell),
	}
	page := app.NewPage(built, runtime.GOOS, options.Appearance)
	err := app.Run(ctx, shell, bound, page, app.NewMedia(gate, files, records, careerStore, fonts), commands.Announce)
	gate.Close()
	tasks.Wait()
	owner.Close()
	return errors.Join(err, home.Close())
}
