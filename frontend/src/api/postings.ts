import * as bound from '../../wailsjs/go/app/Postings';
import type { app, posting as models } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** A job description, and what was read out of it. */
export type PostingView = Plain<app.PostingView>;
/** A part of the text, in Unicode code points; the end is not included. Nothing is start = end. */
export type Span = Plain<models.Span>;
/** One thing the job asks for, with the sentence it was read from. */
export type Requirement = Plain<models.Requirement>;
/** What a person corrects; what is left out stays as it is. */
export type PostingEdit = Plain<models.Edit>;
/** A requirement as it should be; an empty id adds one. */
export type RequirementEdit = Plain<models.RequirementEdit>;

/** The jobs a person is looking at, newest first. */
export const postings = {
  list: () => call(() => bound.List()),
  get: (id: string) => call(() => bound.Get(id)),
  create: (text: string) => call(() => bound.Create(text)),
  update: (id: string, edit: PostingEdit) => call(() => bound.Update(id, asBound<models.Edit>(edit))),
  delete: (id: string) => call(() => bound.Delete(id)),
};
