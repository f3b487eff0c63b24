import * as bound from '../../wailsjs/go/app/Rehearsals';
import type { app } from '../../wailsjs/go/models';
import { type Plain, call } from './call';

/** A microphone the system knows. */
export type MicrophoneView = Plain<app.MicrophoneView>;

/** Microphones. While one is checked, its level comes as an event and nothing is recorded. */
export const microphones = {
  list: () => call(() => bound.Microphones()),
  startCheck: (id: string) => call(() => bound.StartMicrophoneCheck(id)),
  stopCheck: () => call(() => bound.StopMicrophoneCheck()),
};
