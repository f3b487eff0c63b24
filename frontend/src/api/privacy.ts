import * as bound from '../../wailsjs/go/app/Privacy';
import type { app } from '../../wailsjs/go/models';
import { type Plain, call } from './call';

/** A record that could not be opened. */
export type DamageView = Plain<app.DamageView>;

/** Recordings and their clocks. */
export const recordings = {
  list: () => call(() => bound.Recordings()),
  keep: (id: string, keep: boolean) => call(() => bound.KeepRecording(id, keep)),
  delete: (id: string) => call(() => bound.DeleteRecording(id)),
};

/** What could not be opened, and taking everything along. */
export const privacy = {
  clock: () => call(() => bound.Clock()),
  acceptClock: () => call(() => bound.AcceptClock()),
  damaged: () => call(() => bound.Damaged()),
  /** Gives the id of a task. */
  startBackup: () => call(() => bound.StartBackup()),
  /** The token stands for an uploaded backup; an empty passphrase means no app lock. */
  restore: (token: string, recoveryKey: string, passphrase: string) =>
    call(() => bound.Restore(token, recoveryKey, passphrase)),
};
