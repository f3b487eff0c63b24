import * as bound from '../../wailsjs/go/app/Resumes';
import type { app, compare as differences, resume as models } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** A résumé as a list shows it. */
export type ResumeView = Plain<app.ResumeView>;
/** A résumé put together, and whether there is a step to go back or forward. */
export type StudioView = Plain<app.StudioView>;
/** How a résumé looks. */
export type ResumeLayout = Plain<models.Layout>;
/** A résumé as it was. Without a name it was made by itself; the reason says when. */
export type VersionView = Plain<app.VersionView>;
/** A field that differs between two versions, word by word. */
export type FieldChange = Plain<differences.Change>;
/** How a résumé fares with readers: field by field, by rule, and the text as it is read. */
export type CheckView = Plain<app.CheckView>;

/**
 * The résumés over the ledger. A ref names what is meant: a section ("work",
 * "custom/<id>"), an item of it ("work/<id>") or a line of that ("work/<id>/<line>").
 * What changes a résumé gives it back as it is then, saved.
 */
export const resumes = {
  /** Those that are not in the trash, the one changed last first. */
  list: () => call(() => bound.List()),
  trashed: () => call(() => bound.Trashed()),
  get: (id: string) => call(() => bound.Get(id)),
  /** One that shows the whole ledger, also what comes later. */
  create: (name: string, template: string, language: string) => call(() => bound.Create(name, template, language)),
  duplicate: (id: string, name: string) => call(() => bound.Duplicate(id, name)),
  rename: (id: string, name: string) => call(() => bound.Rename(id, name)),
  updateLayout: (id: string, layout: ResumeLayout) =>
    call(() => bound.UpdateLayout(id, asBound<models.Layout>(layout))),
  /** Wordings are kept language by language. */
  setLanguage: (id: string, language: string) => call(() => bound.SetLanguage(id, language)),

  hide: (id: string, ref: string, hidden: boolean) => call(() => bound.Hide(id, ref, hidden)),
  /** Puts it before another one beside it, or last if before is empty. */
  move: (id: string, ref: string, before: string) => call(() => bound.Move(id, ref, before)),
  /** A new page before a section or an item. */
  break: (id: string, ref: string, on: boolean) => call(() => bound.Break(id, ref, on)),
  /** "main", "side", or "" for the template's choice. */
  setColumn: (id: string, key: string, column: string) => call(() => bound.SetColumn(id, key, column)),
  /** Whether what is added to the ledger from now on shows here too. */
  follow: (id: string, on: boolean) => call(() => bound.Follow(id, on)),

  /** Words a field for this résumé only, in its language. */
  reword: (id: string, field: string, text: string) => call(() => bound.Reword(id, field, text)),
  /** Back to the ledger's text. */
  restore: (id: string, field: string) => call(() => bound.Restore(id, field)),
  /** Keeps the ledger's words of today as this résumé's own. */
  detach: (id: string, field: string) => call(() => bound.Detach(id, field)),
  /** Makes this résumé's wording the ledger's text. */
  useEverywhere: (id: string, field: string) => call(() => bound.UseEverywhere(id, field)),
  undo: (id: string) => call(() => bound.Undo(id)),
  redo: (id: string) => call(() => bound.Redo(id)),

  /** Into the trash, from where it goes after 30 days. */
  trash: (id: string) => call(() => bound.Trash(id)),
  recover: (id: string) => call(() => bound.Recover(id)),
  /** For good, with history and versions. */
  delete: (id: string) => call(() => bound.Delete(id)),

  /** Newest first. */
  versions: (id: string) => call(() => bound.Versions(id)),
  saveVersion: (id: string, name: string) => call(() => bound.SaveVersion(id, name)),
  version: (id: string, versionId: string) => call(() => bound.Version(id, versionId)),
  /** Brings choice, order, wording and layout back; facts stay the ledger's. */
  restoreVersion: (id: string, versionId: string) => call(() => bound.RestoreVersion(id, versionId)),
  /** What differs between two versions; "" is the résumé as it is now. */
  compare: (id: string, before: string, after: string) => call(() => bound.Compare(id, before, after)),

  /** Writes it where the person wants it; false if they changed their mind. */
  export: (id: string, format: 'markdown' | 'text' | 'jsonresume') => call(() => bound.Export(id, format)),
  /** JSON Resume, to be attached to what the page makes. */
  source: (id: string) => call(() => bound.Source(id)),
  /** Writes what the page made and uploaded (api/files.ts); false if the person changed their mind. */
  savePaper: (id: string, token: string, format: 'pdf' | 'docx') => call(() => bound.SavePaper(id, token, format)),

  /** Reads an uploaded PDF back; gives the task (kind "checkResume") whose result check gives. */
  startCheck: (id: string, token: string) => call(() => bound.StartCheck(id, token)),
  check: (taskId: string) => call(() => bound.Check(taskId)),
  /** For each script (ISO 15924) a regular face and, right after it, its bold one if there is one. */
  fonts: (scripts: string[]) => call(() => bound.Fonts(scripts)),
};
