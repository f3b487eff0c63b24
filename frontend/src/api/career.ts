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
/** A piece of work with a name of its own. */
export type Project = Plain<models.Project>;
/** A licence or certificate somebody issued. */
export type Certificate = Plain<models.Certificate>;
/** Something that was awarded. */
export type Award = Plain<models.Award>;
/** Something published. */
export type Publication = Plain<models.Publication>;
/** One unpaid role at one organisation. */
export type Volunteer = Plain<models.Volunteer>;
/** What somebody says about the person. */
export type Reference = Plain<models.Reference>;
/** Something the person cares for. */
export type Interest = Plain<models.Interest>;
/** A section under a heading of the person's own, and an entry of it. */
export type Custom = Plain<models.Custom>;
export type CustomItem = Plain<models.CustomItem>;
/** One thing done in a role. */
export type Highlight = Plain<models.Highlight>;
/** The part of a picture to keep, in fractions of it as it is seen upright; without width and height, all of it. */
export type Crop = Plain<models.Crop>;
/** Whether there is a step to take back, or one to make again. */
export type StepsView = Plain<app.StepsView>;
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
export type Part =
  | 'work'
  | 'education'
  | 'projects'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'awards'
  | 'publications'
  | 'volunteer'
  | 'references'
  | 'interests'
  | 'custom'
  | 'sections';
/** A list, or the entries of one section of the person's own; for moving and removing. */
export type Place = Part | `custom/${string}`;

/** Where a picture's bytes are. */
export function pictureAddress(id: string): string {
  return `/local/pictures/${encodeURIComponent(id)}`;
}

/** The ledger and what comes into it. An item with an empty id is added, any other replaced. */
export const career = {
  get: () => call(() => bound.Get()),
  updateBasics: (basics: Basics) => call(() => bound.UpdateBasics(asBound<models.Basics>(basics))),
  saveWork: (item: Work) => call(() => bound.SaveWork(asBound<models.Work>(item))),
  saveEducation: (item: Education) => call(() => bound.SaveEducation(asBound<models.Education>(item))),
  saveSkill: (item: Skill) => call(() => bound.SaveSkill(asBound<models.Skill>(item))),
  saveLanguage: (item: Language) => call(() => bound.SaveLanguage(asBound<models.Language>(item))),
  saveProject: (item: Project) => call(() => bound.SaveProject(asBound<models.Project>(item))),
  saveCertificate: (item: Certificate) =>
    call(() => bound.SaveCertificate(asBound<models.Certificate>(item))),
  saveAward: (item: Award) => call(() => bound.SaveAward(asBound<models.Award>(item))),
  savePublication: (item: Publication) =>
    call(() => bound.SavePublication(asBound<models.Publication>(item))),
  saveVolunteer: (item: Volunteer) => call(() => bound.SaveVolunteer(asBound<models.Volunteer>(item))),
  saveReference: (item: Reference) => call(() => bound.SaveReference(asBound<models.Reference>(item))),
  saveInterest: (item: Interest) => call(() => bound.SaveInterest(asBound<models.Interest>(item))),
  /** Saves a section of the person's own with all its entries. */
  saveCustom: (item: Custom) => call(() => bound.SaveCustom(asBound<models.Custom>(item))),
  saveSection: (item: Section) => call(() => bound.SaveSection(asBound<models.Section>(item))),
  /** Makes entries of the lines of a kept section, in the list its kind names. */
  adopt: (sectionId: string) => call(() => bound.Adopt(sectionId)),
  /** Makes an uploaded PNG or JPEG the person's picture, cropped. */
  setPicture: (token: string, crop: Crop) => call(() => bound.SetPicture(token, asBound<models.Crop>(crop))),
  removePicture: () => call(() => bound.RemovePicture()),
  remove: (place: Place, id: string) => call(() => bound.Remove(place, id)),
  /** Puts an item before another, or last if before is empty. */
  move: (place: Place, id: string, before: string) => call(() => bound.Move(place, id, before)),
  steps: () => call(() => bound.Steps()),
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
