import * as bound from '../../wailsjs/go/app/Career';
import type { app, career as models } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** Every fact of a career. Dates are years, months or days: "2021", "2021-09", "2021-09-01", or empty. */
export type Ledger = Plain<models.Ledger>;
/** Who the person is and how to reach them. */
export type Basics = Plain<models.Basics>;
/** One role at one organisation. */
export type Work = Plain<models.Work>;
/** One course of study. */
export type Education = Plain<models.Education>;
/** A named group of abilities. */
export type Skill = Plain<models.Skill>;
/** A language and how well it is spoken. */
export type Language = Plain<models.Language>;
/** A part of an imported document, kept as it was written. */
export type Section = Plain<models.Section>;
/** What was understood of a document, and what was not. */
export type DraftView = Plain<app.DraftView>;
/** What an import did, one line per item. */
export type MergeView = Plain<app.MergeView>;
/** An item of an import, named as a person would recognise it. */
export type Merged = Plain<models.Merged>;
/** A file that was kept. */
export type DocumentView = Plain<app.DocumentView>;
/** The lists of the ledger. */
export type Part = 'work' | 'education' | 'skills' | 'languages' | 'sections';

/** The ledger and what comes into it. An item with an empty id is added, any other replaced. */
export const career = {
  get: () => call(() => bound.Get()),
  updateBasics: (basics: Basics) => call(() => bound.UpdateBasics(asBound<models.Basics>(basics))),
  saveWork: (item: Work) => call(() => bound.SaveWork(asBound<models.Work>(item))),
  saveEducation: (item: Education) => call(() => bound.SaveEducation(asBound<models.Education>(item))),
  saveSkill: (item: Skill) => call(() => bound.SaveSkill(asBound<models.Skill>(item))),
  saveLanguage: (item: Language) => call(() => bound.SaveLanguage(asBound<models.Language>(item))),
  remove: (part: Part, id: string) => call(() => bound.Remove(part, id)),
  /** Puts an item before another, or last if before is empty. */
  move: (part: Part, id: string, before: string) => call(() => bound.Move(part, id, before)),
  undo: () => call(() => bound.Undo()),
  redo: () => call(() => bound.Redo()),
  /** Reads an uploaded file; gives the id of the work, whose result is the draft. */
  startReading: (token: string) => call(() => bound.StartReading(token)),
  draft: (taskId: string) => call(() => bound.Draft(taskId)),
  /** Gives up what was read. */
  discardDraft: (taskId: string) => call(() => bound.DiscardDraft(taskId)),
  confirm: (taskId: string, reviewed: Ledger, keepFile: boolean, fileName: string) =>
    call(() => bound.Confirm(taskId, asBound<models.Ledger>(reviewed), keepFile, fileName)),
  documents: () => call(() => bound.Documents()),
  saveDocument: (id: string) => call(() => bound.SaveDocument(id)),
  deleteDocument: (id: string) => call(() => bound.DeleteDocument(id)),
};
