import * as bound from '../../wailsjs/go/app/Account';
import type { app } from '../../wailsjs/go/models';
import { type Plain, call } from './call';

/** The lock state, and what the first screen needs with it. */
export type AccountView = Plain<app.AccountView>;
/** The recovery key, shown once. */
export type RecoveryKeyView = Plain<app.RecoveryKeyView>;
/** One group of the recovery key, typed back. */
export type TypedGroup = Plain<app.TypedGroup>;

/** First run, lock and recovery. An empty passphrase means none. */
export const account = {
  status: () => call(() => bound.Status()),
  confirmAge: (year: number, month: number, day: number) => call(() => bound.ConfirmAge(year, month, day)),
  create: (passphrase: string) => call(() => bound.Create(passphrase)),
  unlock: (passphrase: string) => call(() => bound.Unlock(passphrase)),
  lock: () => call(() => bound.Lock()),
  changePassphrase: (current: string, next: string) => call(() => bound.ChangePassphrase(current, next)),
  newRecoveryKey: () => call(() => bound.NewRecoveryKey()),
  confirmRecoveryKey: (typed: TypedGroup[]) => call(() => bound.ConfirmRecoveryKey(typed)),
  recover: (key: string, passphrase: string) => call(() => bound.Recover(key, passphrase)),
  enterExample: () => call(() => bound.EnterExample()),
  leaveExample: () => call(() => bound.LeaveExample()),
};
