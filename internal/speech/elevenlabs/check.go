package elevenlabs

import (
	"context"
	"errors"
	"fmt"

	"github.com/jobjourney/jobjourney/internal/fault"
)

// Abilities are what a key can do at this moment.
type Abilities struct {
	Speech        Ability
	Transcription Ability
	Voices        Ability // listing them
	Subscription  Ability // seeing the credit
	Credit        Credit  // if Subscription works
}

// Ability is one thing a key can or can't do.
type Ability struct {
	Works bool
	Why   *fault.Error // why not: elevenlabs.missingPermission, .quotaExceeded and others
}

// nobody is the id of no voice: asked to speak with it, the service says so only to a key
// that may speak.
const nobody = "00000000000000000000"

// Check tries what a key can do, one thing after another, as plans allow few requests at a
// time. Keys can be limited to a part, so one refusal says nothing about the rest. Trying
// costs about two credits: one word is spoken with the voice, if one is given, and half a
// second of silence is transcribed. Nothing of the person's is sent.
//
// The error tells what makes all of it pointless: elevenlabs.invalidKey, .unreachable,
// Canceled.
func (c *Client) Check(ctx context.Context, voice string) (Abilities, error) {
	var a Abilities
	for _, try := range []func() error{
		func() (err error) { a.Credit, err = c.Subscription(ctx); return a.Subscription.set(err) },
		func() error { _, err := c.Voices(ctx); return a.Voices.set(err) },
		func() error { return a.Speech.set(c.trySpeech(ctx, voice)) },
		func() error { return a.Transcription.set(c.tryTranscription(ctx)) },
	} {
		if err := try(); err != nil {
			return Abilities{}, fmt.Errorf("check key: %w", err)
		}
	}
	return a, nil
}

// set records the outcome of a try; it returns an error if no other try makes sense.
func (a *Ability) set(err error) error {
	if err == nil {
		a.Works = true
		return nil
	}
	a.Why = fault.Of(err)
	if a.Why.Key == invalidKey().Key || a.Why.Code == fault.Offline || a.Why.Code == fault.Canceled {
		return err
	}
	return nil
}

func (c *Client) trySpeech(ctx context.Context, voice string) error {
	way := Way{Voice: voice}
	if voice == "" {
		way.Voice = nobody
	}
	_, err := c.Speak(ctx, Utterance{Way: way, Text: "Yes.", Began: func(int) {}}, func([]int16) error { return nil })
	if voice == "" && errors.Is(err, voiceNotFound()) {
		return nil
	}
	return err
}

func (c *Client) tryTranscription(ctx context.Context) error {
	_, err := c.Transcribe(ctx, make([]int16, SampleRate/2), Hints{})
	return err
}
