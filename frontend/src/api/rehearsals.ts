import * as bound from '../../wailsjs/go/app/Rehearsals';
import type { app, interview } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** What there is to choose from for a rehearsal. */
export type Choices = Plain<interview.Choices>;
/** What a person asks of a rehearsal. */
export type Wish = Plain<interview.Wish>;
/** Where a rehearsal stands. */
export type RoomView = Plain<app.RoomView>;
/** A line of the history. */
export type RehearsalView = Plain<app.RehearsalView>;
/** What a finished rehearsal tells. */
export type ReportView = Plain<app.ReportView>;
/** A question of the plan and what became of it. */
export type QuestionReport = Plain<app.QuestionReportView>;
/** One answer and what can be said of it. */
export type AnswerReport = Plain<app.AnswerReportView>;
/** A recording and its clock. */
export type RecordingView = Plain<app.RecordingView>;
/** How much an interviewer asks of somebody. */
export type Difficulty = 'gentle' | 'usual' | 'probing';
/** Two attempts at a question beside one another. */
export type Comparison = Plain<interview.Comparison>;
/** When a rehearsal gives feedback: at the end, or after each question. */
export type Feedback = 'real' | 'coach';
/** How an answer is given. */
export type Mode = 'typed' | 'spoken';

/** Stands for all questions of a rehearsal, where one can be named. */
const wholeRehearsal = -1;

/** The interview: set-up, room, report and history. */
export const rehearsals = {
  setup: () => call(() => bound.Setup()),
  plan: (wish: Wish) => call(() => bound.Plan(asBound<interview.Wish>(wish))),
  /** Plan for a language that a provider puts the questions into; the id fetches the rehearsal. */
  startPlan: (wish: Wish) => call(() => bound.StartPlan(asBound<interview.Wish>(wish))),
  planned: (task: string) => call(() => bound.Planned(task)),
  room: (id: string) => call(() => bound.Room(id)),
  start: (id: string, mode: Mode) => call(() => bound.Start(id, mode)),
  resume: (id: string, mode: Mode) => call(() => bound.Resume(id, mode)),
  // The turn names the question that is meant; once another one stands, nothing happens.
  done: (id: string, turn: number, text: string) => call(() => bound.Done(id, turn, text)),
  saveDraft: (id: string, turn: number, text: string) => call(() => bound.SaveDraft(id, turn, text)),
  skip: (id: string, turn: number, draft: string) => call(() => bound.Skip(id, turn, draft)),
  pressOn: (id: string, turn: number) => call(() => bound.PressOn(id, turn)),
  unskip: (id: string, turn: number) => call(() => bound.Unskip(id, turn)),
  next: (id: string, turn: number) => call(() => bound.Next(id, turn)),
  tryAgain: (id: string, turn: number) => call(() => bound.TryAgain(id, turn)),
  retry: (id: string, question: number, mode: Mode) => call(() => bound.Retry(id, question, mode)),
  pause: (id: string, turn: number, draft: string) => call(() => bound.Pause(id, turn, draft)),
  switchMode: (id: string, mode: Mode) => call(() => bound.SwitchMode(id, mode)),
  hearAgain: (id: string) => call(() => bound.HearAgain(id)),
  hush: (id: string) => call(() => bound.HushVoice(id)),
  setHandsFree: (id: string, on: boolean) => call(() => bound.SetHandsFree(id, on)),
  notYet: (id: string, turn: number) => call(() => bound.NotYet(id, turn)),
  end: (id: string, turn: number, draft: string) => call(() => bound.End(id, turn, draft)),
  list: (newest: number) => call(() => bound.List(newest)),
  /** The ids of those that can't be read, and so are in no list. */
  unread: () => call(() => bound.Unread()),
  report: (id: string) => call(() => bound.Report(id)),
  /** Writes a report that the page made and uploaded (api/files.ts) under a name; false if the person changed their mind. */
  saveReport: (id: string, token: string, name: string) => call(() => bound.SaveReport(id, token, name)),
  compare: (id: string, question: number, first: number, second: number) => call(() => bound.Compare(id, question, first, second)),
  chooseAttempt: (id: string, question: number, attempt: number) => call(() => bound.ChooseAttempt(id, question, attempt)),
  /** Of one question, also while the rehearsal goes on; or of all. */
  startWriteDown: (id: string, question = wholeRehearsal) => call(() => bound.StartWriteDown(id, question)),
  startHearVoice: () => call(() => bound.StartHearVoice()),
  startScore: (id: string, question = wholeRehearsal) => call(() => bound.StartScore(id, question)),
  rate: (answerId: string, criterion: string, level: number) => call(() => bound.SaveSelfRating(answerId, criterion, level)),
  saveKeyPoints: (answerId: string, text: string) => call(() => bound.SaveKeyPoints(answerId, text)),
  deleteAnswer: (id: string) => call(() => bound.DeleteAnswer(id)),
  delete: (id: string) => call(() => bound.Delete(id)),
};
