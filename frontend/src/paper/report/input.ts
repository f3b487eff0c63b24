// From a report to the one typed input of its template: by question, and under it by
// answer. The template only draws.
//
// What a person typed or said is data from here on: Typst reads this JSON and never
// evaluates it.
import { clean } from '../clean';
import { type InputAnswer, answerOf, labelOf } from './answer';
import type { AnswerFacts, QuestionFacts, ReportFacts, ScoreFacts } from './facts';
import type { Telling } from './telling';
import { type Line, line, numberIn } from './text';

/** What only the caller knows. */
export interface ReportOptions {
  /** What the rehearsal was for. */
  title: string;
  /** The day and the time of it. */
  when: string;
  /** "a4" or "letter". */
  paper: string;
  /** The language of the rubric (BCP 47). */
  content: string;
}

/** A name and what it stands for, in one line or several. */
interface Fact {
  label: string;
  lines: string[];
}

/** A row of the overview: an answer, or a question without one. */
interface GlanceRow {
  /** Of the question; empty where it is the question of the row above. */
  number: string;
  words: Line;
  level: string;
  rests: string;
}

interface InputQuestion {
  /** "Question 2 of 9". */
  number: string;
  competency: string;
  words: string;
  /** Why there is nothing more, or why nothing is measured; else empty. */
  note: string;
  answers: InputAnswer[];
}

/** Everything the template draws. */
export interface ReportInput {
  language: string;
  content: string;
  /** The language of the questions (BCP 47). */
  asked: string;
  paper: string;
  title: string;
  kind: string;
  /** What stands before the numbers of quotes. */
  quotes: string;
  facts: Fact[];
  glance: { title: string; columns: [number: string, words: string, level: string, rests: string]; rows: GlanceRow[] };
  questions: InputQuestion[];
  /** What isn't scored, and why; null where everything is. */
  notScored: { title: string; items: Fact[] } | null;
  how: { title: string; lines: string[] };
}

/** The input of a report. */
export function reportInput(report: ReportFacts, options: ReportOptions, tell: Telling): ReportInput {
  const title = clean(options.title);
  return {
    language: tell.locale,
    content: options.content,
    asked: report.language,
    paper: options.paper,
    title,
    kind: tell.say('reportPaper.kind'),
    quotes: tell.say('reportPaper.quotes'),
    facts: factsOf(report, options, tell),
    glance: {
      title: tell.say('reportPaper.glance'),
      columns: ['', tell.say('reportPaper.answerColumn'), tell.say('reportPaper.level'), tell.say('reportPaper.restsOn')],
      rows: report.questions.flatMap((question, i) => rowsOf(question, i, tell)),
    },
    questions: report.questions.map((question, i) => questionOf(question, i, report, tell)),
    notScored: notScoredOf(report, tell),
    how: { title: tell.say('reportPaper.howTitle'), lines: howOf(report, tell) },
  };
}

function factsOf(report: ReportFacts, { when }: ReportOptions, tell: Telling): Fact[] {
  const answers = report.questions.flatMap((question) => question.answers);
  const scorers = once(answers.flatMap(({ score }) => (score && !score.cause ? [scorer(score, tell)] : [])));
  const scribes = once(answers.flatMap((answer) => scribeOf(answer, tell)));
  const facts: [string, string[]][] = [
    [tell.say('reportPaper.when'), [when]],
    [tell.say('reportPaper.interviewer'), [report.personaName]],
    [tell.say('reportPaper.answered'), [tell.say('rehearsals.answered', report.rehearsal), translated(report, tell)]],
    [tell.say('reportPaper.level'), wholeOf(report, tell)],
    [tell.say('reportPaper.scoredBy'), scorers.length > 0 ? scorers : [tell.say('reportPaper.nobodyScored')]],
    [tell.say('reportPaper.writtenBy'), scribes],
  ];
  return facts
    .map(([label, lines]) => ({ label, lines: lines.map((text) => clean(text)).filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0);
}

// Who put the questions into the language of the rehearsal; empty where they are our own.
function translated({ language, translatedBy }: ReportFacts, tell: Telling): string {
  if (!translatedBy) return '';
  const { model, provider } = translatedBy;
  return tell.say('report.translatedBy', { language: tell.language(language), model, provider });
}

// The level of the whole with what it is from, or why there is none.
function wholeOf({ whole }: ReportFacts, tell: Telling): string[] {
  const { level, scored, answers, cause } = whole;
  if (level == null) return cause ? [tell.reason(cause)] : [];
  return [tell.say('score.wholeOf', { level: numberIn(tell.locale, level, 1) }), tell.say('score.wholeFrom', { scored, answers })];
}

function scorer({ model, provider, rubricVersion, promptVersion }: ScoreFacts, tell: Telling): string {
  return tell.say('reportPaper.scorer', { model, provider, rubric: rubricVersion, prompt: promptVersion });
}

// Who wrote down what was said; what was typed was written by the person.
function scribeOf({ said, mode }: AnswerFacts, tell: Telling): string[] {
  if (!said || mode === 'typed' || !said.by) return [];
  return [said.model ? tell.say('reportPaper.scribe', { model: said.model, provider: said.by }) : said.by];
}

const once = (texts: string[]) => [...new Set(texts)];

function rowsOf(question: QuestionFacts, index: number, tell: Telling): GlanceRow[] {
  const number = String(index + 1);
  const words = line(question.words);
  if (question.skipped) return [{ number, words, level: tell.say('report.skipped'), rests: '' }];
  if (question.answers.length === 0) return [{ number, words, level: tell.say('report.unanswered'), rests: '' }];
  return question.answers.map((answer, i) => ({
    number: i === 0 ? number : '',
    words: i === 0 && answer.probe === 0 ? words : line(labelOf(answer, tell)),
    ...levelOf(answer, tell),
  }));
}

function levelOf({ score }: AnswerFacts, tell: Telling): { level: string; rests: string } {
  if (score?.overall == null || score.cause) return { level: tell.say('reportPaper.notScored'), rests: '' };
  return {
    level: tell.say('reportPaper.levelOf', { level: numberIn(tell.locale, score.overall, 1) }),
    rests: tell.say('reportPaper.criteriaOf', { scored: score.scored, criteria: score.criteria.length }),
  };
}

function questionOf(question: QuestionFacts, index: number, report: ReportFacts, tell: Telling): InputQuestion {
  const answered = question.answers.length > 0;
  return {
    number: tell.say('reportPaper.question', { number: index + 1, questions: report.rehearsal.questions }),
    competency: clean(question.competency),
    words: clean(question.words),
    note: question.skipped ? tell.say('report.skippedText') : answered ? '' : tell.say('report.unansweredText'),
    answers: question.answers.map((answer) => answerOf(answer, question, report, tell)),
  };
}

function notScoredOf(report: ReportFacts, tell: Telling): ReportInput['notScored'] {
  const items = report.questions.flatMap((question, i) => whyNot(question, i, report, tell));
  if (report.unread > 0) items.push({ label: '', lines: [tell.unread(report.unread)] });
  return items.length > 0 ? { title: tell.say('reportPaper.notScoredTitle'), items } : null;
}

function whyNot(question: QuestionFacts, index: number, report: ReportFacts, tell: Telling): Fact[] {
  const number = index + 1;
  const label = tell.say('reportPaper.question', { number, questions: report.rehearsal.questions });
  if (question.skipped) return [{ label, lines: [tell.say('report.skippedText')] }];
  if (question.answers.length === 0) return [{ label, lines: [tell.say('report.unansweredText')] }];
  return question.answers
    .map((answer) => ({
      label: tell.say('reportPaper.where', { number, answer: labelOf(answer, tell) }),
      lines: reasonsOf(answer, report, tell),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function reasonsOf(answer: AnswerFacts, report: ReportFacts, tell: Telling): string[] {
  const { score, said, unwritten } = answer;
  if (!score) return [tell.say(unwritten ? 'reportPaper.notWritten' : said ? 'reportPaper.notAsked' : 'reportPaper.wordsGone')];
  if (score.cause) return [tell.reason(score.cause)];
  return score.criteria
    .filter(({ status }) => status !== 'scored')
    .map(({ id, status, cause }) => {
      const name = report.rubric.criteria.find((known) => known.id === id)?.name ?? id;
      const why = status === 'insufficient_evidence' ? tell.say('score.insufficient') : tell.reason(cause);
      return clean(`${name}: ${why}`);
    });
}

/** What the levels and figures rest on, and what they don't say. */
function howOf(report: ReportFacts, tell: Telling): string[] {
  const answers = report.questions.flatMap((question) => question.answers);
  const scored = answers.some(({ score }) => score);
  const figures = answers.some(({ sound, language }) => sound || language);
  const ranges = figures ? Object.entries(report.bands).map(([metric, { source }]) => rangeFrom(metric, source, tell)) : [];
  return [
    tell.say(scored ? 'report.honestScored' : 'report.honest'),
    scored ? tell.say('score.weights') : '',
    figures ? tell.say('delivery.note') : '',
    ...ranges,
  ]
    .map((text) => clean(text))
    .filter(Boolean);
}

function rangeFrom(metric: string, source: string, tell: Telling): string {
  const names = { speechRateWpm: 'delivery.pace', 'filledPauses.perMinute': 'delivery.fillers', speakingMs: 'delivery.speaking' } as const;
  const name = names[metric as keyof typeof names];
  return name ? tell.say('reportPaper.rangeFrom', { measure: tell.say(name), source }) : '';
}
