package app

import (
	"context"
	"io"

	"github.com/jobjourney/jobjourney/internal/account"
	"github.com/jobjourney/jobjourney/internal/interview"
	"github.com/jobjourney/jobjourney/internal/privacy"
)

// Privacy is what is kept, for how long, and taking it along.
type Privacy struct {
	gate   *Gate
	sounds *interview.Service
	clocks *privacy.Retention
	backup *account.Backups
	tasks  *Tasks
	files  *Files
	shell  Shell
}

// NewPrivacy binds the services.
func NewPrivacy(g *Gate, sounds *interview.Service, clocks *privacy.Retention, b *account.Backups, t *Tasks, f *Files, sh Shell) *Privacy {
	return &Privacy{g, sounds, clocks, b, t, f, sh}
}

// Recordings lists every recording with its clock, the next to go first.
func (p *Privacy) Recordings() ([]RecordingView, error) {
	return call(p.gate, p.sounds.HeldRecordings, func(all []interview.HeldRecording) []RecordingView {
		return views(all, func(r interview.HeldRecording) RecordingView { return recordingView(r.Recording, r.DurationMs) })
	})
}

// KeepRecording stops (true) or starts (false) the clock of a recording.
func (p *Privacy) KeepRecording(id string, keep bool) error {
	return act(p.gate, func(ctx context.Context) error { return p.sounds.KeepRecording(ctx, interview.RecordingID(id), keep) })
}

// DeleteRecording removes a recording for good; the answer stays.
func (p *Privacy) DeleteRecording(id string) error {
	return act(p.gate, func(ctx context.Context) error { return p.sounds.DeleteRecording(ctx, interview.RecordingID(id)) })
}

// Clock says whether the computer's date is so far off that it has to be asked about.
func (p *Privacy) Clock() (ClockView, error) {
	return call(p.gate, p.clocks.Doubt, func(d privacy.Doubt) ClockView { return ClockView{stamp(d.Latest), stamp(d.Now)} })
}

// AcceptClock is the person's word that the computer's date is right.
func (p *Privacy) AcceptClock() error { return act(p.gate, p.clocks.AcceptClock) }

// Damaged lists records that could not be opened. They are left where they are.
func (p *Privacy) Damaged() ([]DamageView, error) {
	return call(p.gate, func(context.Context) ([]account.Damage, error) { return p.backup.Damaged(), nil },
		func(all []account.Damage) []DamageView {
			return views(all, func(d account.Damage) DamageView { return DamageView(d) })
		})
}

// StartBackup writes everything into one encrypted file, where the person wants it.
func (p *Privacy) StartBackup() (string, error) {
	return p.tasks.Start("backup", func(ctx context.Context, _ Progress) (any, error) {
		written, err := p.shell.SaveFile(ctx, p.backup.FileName(), func(w io.Writer) error { return p.backup.Write(ctx, w) })
		if err == nil && !written {
			err = context.Canceled // the person changed their mind
		}
		return nil, err
	})
}

// Restore puts an uploaded backup in the place of a missing profile. The passphrase is
// the new app lock; empty means none.
func (p *Privacy) Restore(token, recoveryKey, passphrase string) error {
	return act(p.gate, func(ctx context.Context) error {
		return p.files.withBackup(token, func(r io.Reader) error {
			return p.backup.Restore(ctx, r, recoveryKey, secret(passphrase))
		})
	})
}
