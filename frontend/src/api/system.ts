import * as bound from '../../wailsjs/go/app/System';
import type { app } from '../../wailsjs/go/models';
import { type Plain, call } from './call';

/** Where the app runs. */
export type SystemView = Plain<app.SystemView>;
/** Something the local search found. */
export type HitView = Plain<app.HitView>;

/** The app itself. */
export const system = {
  ready: () => call(() => bound.Ready()),
  get: () => call(() => bound.Get()),
  painted: () => call(() => bound.Painted()),
  search: (query: string) => call(() => bound.Search(query)),
  task: (id: string) => call(() => bound.Task(id)),
  cancelTask: (id: string) => call(() => bound.CancelTask(id)),
  /** Shows the profile's folder in the system's window for files; the desktop shell only. */
  openFolder: () => call(() => bound.OpenFolder()),
  openLink: (url: string) => call(() => bound.OpenLink(url)),
};
