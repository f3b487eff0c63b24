package store

import (
	"context"
	"slices"

	"github.com/jobjourney/jobjourney/internal/interview"
)

// What belongs to a rehearsal is found by the index, not by reading it: a record that
// can't be read is deleted with the rest, and so is the sound that belongs to it.

// UnreadRehearsals is interview.Rehearsals. A record set aside at unlocking has no kind,
// but one that answers belong to is a rehearsal.
func (i *Interview) UnreadRehearsals(ctx context.Context) ([]interview.ID, error) {
	i.s.mu.RLock()
	defer i.s.mu.RUnlock()
	if _, err := i.s.ready(); err != nil {
		return nil, err
	}
	unread, err := i.rehearsals.unread(ctx, i.s.index.kinds[i.rehearsals.kind])
	if err != nil {
		return nil, err
	}
	for _, d := range i.s.damaged {
		if len(i.s.index.belonging(i.answers.kind, d.ID)) > 0 {
			unread = append(unread, d.ID)
		}
	}
	return idsOf[interview.ID](unread), nil
}

// UnreadAnswers is interview.Answers. One set aside at unlocking is known by its
// recordings, which name the rehearsal too.
func (i *Interview) UnreadAnswers(ctx context.Context, of interview.ID) ([]interview.AnswerID, error) {
	i.s.mu.RLock()
	defer i.s.mu.RUnlock()
	if _, err := i.s.ready(); err != nil {
		return nil, err
	}
	unread, err := i.answers.unread(ctx, i.s.index.belonging(i.answers.kind, string(of)))
	if err != nil {
		return nil, err
	}
	lost, err := i.lostAnswers(ctx, of)
	return idsOf[interview.AnswerID](append(unread, lost...)), err
}

// lostAnswers are those set aside at unlocking. The caller holds the lock.
func (i *Interview) lostAnswers(ctx context.Context, of interview.ID) ([]string, error) {
	if len(i.s.damaged) == 0 {
		return nil, nil
	}
	sounds, err := i.recordings.readAll(ctx, i.s.index.kinds[i.recordings.kind], func(err error) bool { return isDamaged(err) || isNewer(err) })
	lost := []string{}
	for _, r := range sounds {
		if id := string(r.AnswerID); r.RehearsalID == of && i.s.isSetAside(id) && !slices.Contains(lost, id) {
			lost = append(lost, id)
		}
	}
	return lost, err
}

// DeleteRehearsal is interview.Rehearsals: rows, files and keys go in one step.
func (i *Interview) DeleteRehearsal(ctx context.Context, id interview.ID) error {
	answers, err := i.answersOf(ctx, id)
	if err != nil {
		return err
	}
	ids, blobs := i.belongings(answers)
	return i.rehearsals.deleteWithBlobs(ctx, append(ids, string(id)), blobs)
}

// answersOf are the ids of all answers of a rehearsal that is there.
func (i *Interview) answersOf(ctx context.Context, id interview.ID) ([]string, error) {
	i.s.mu.RLock()
	defer i.s.mu.RUnlock()
	if err := i.mustBeThere(i.rehearsals.kind, string(id)); err != nil {
		return nil, err
	}
	lost, err := i.lostAnswers(ctx, id)
	return append(i.s.index.belonging(i.answers.kind, string(id)), lost...), err
}

// DeleteAnswer is interview.Answers.
func (i *Interview) DeleteAnswer(ctx context.Context, id interview.AnswerID) error {
	i.s.mu.RLock()
	err := i.mustBeThere(i.answers.kind, string(id))
	i.s.mu.RUnlock()
	if err != nil {
		return err
	}
	ids, blobs := i.belongings([]string{string(id)})
	return i.answers.deleteWithBlobs(ctx, ids, blobs)
}

// mustBeThere doesn't ask whether it can be read. The caller holds the lock.
func (i *Interview) mustBeThere(kind, id string) error {
	if _, err := i.s.ready(); err != nil {
		return err
	}
	if i.s.index.entry[id].kind != kind && !i.s.isSetAside(id) {
		return notFound(kind)
	}
	return nil
}

// belongings are the records and blobs that go with answers, and the answers themselves.
func (i *Interview) belongings(answers []string) (ids, blobs []string) {
	i.s.mu.RLock()
	defer i.s.mu.RUnlock()
	for _, a := range answers {
		ids = append(ids, a)
		for _, r := range i.s.index.belonging(i.recordings.kind, a) {
			ids = append(ids, r)
			if blob := i.s.index.entry[r].blob; blob != "" {
				blobs = append(blobs, blob)
			}
		}
	}
	return ids, blobs
}

func idsOf[ID ~string](all []string) []ID {
	out := make([]ID, 0, len(all))
	for _, id := range all {
		out = append(out, ID(id))
	}
	return out
}
