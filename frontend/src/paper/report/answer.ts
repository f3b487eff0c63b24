// One answer of a report: the words, the levels with what they rest on, advice, figures,
// the STAR checklist and the person's own levels. What there isn't is null.
import { cutByCues } from '../../domain/cues';
import { type Figure, figuresOf } from '../../domain/delivery';
import { formatDuration } from '../../domain/durations';
import { type Quote, numberOf, numbered, runs } from '../../domain/evidence';
import { clean } from '../clean';
import type { AnswerFacts, CriterionFacts, QuestionFacts, ReportFacts, RubricFacts, ScoreFacts, StarPart } from './facts';
import type { Telling } from './telling';
import { type Line, type SaidPara, type SaidSpan, line, numberIn, parasOf } from './text';

/** A level of one criterion; 0 is none. */
interface InputLevel {
  name: string;
  level: number;
  /** The rubric's sentence of the level; empty without one. */
  anchor: string;
  /** How far the runs lay apart, that it was capped, or why there is no level. */
  notes: string[];
  /** The numbers of the quotes it rests on. */
  refs: string[];
}

interface Titled {
  title: string;
}

export interface InputAnswer {
  /** "Answer", or "Follow-up 1". */
  title: string;
  /** What was asked, where it isn't the question itself. */
  asked: string;
  /** Who worded it; empty where that was the plan. */
  worded: string;
  /** "Spoken, 1:42". */
  given: string;
  said: (Titled & { paras: SaidPara[]; note: string }) | null;
  keyPoints: (Titled & { paras: SaidPara[] }) | null;
  score: (Titled & { overall: string; criteria: InputLevel[]; by: string }) | null;
  advice: (Titled & { points: { quote: Line; try: Line; factLabel: string; fact: Line | null }[] }) | null;
  star: (Titled & { parts: { name: string; present: boolean; cues: Line }[] }) | null;
  delivery: InputDelivery | null;
  rating: (Titled & { levels: (InputLevel & { none: string })[] }) | null;
}

interface InputDelivery extends Titled {
  columns: [measure: string, figure: string, typical: string];
  figures: { name: string; value: string; typical: string }[];
  notes: string[];
  /** Lists under titles of their own: long pauses, most used words, terms of the posting. */
  hesitations: (Titled & { pauses: { before: Line; length: string; after: Line }[] }) | null;
  mostUsed: (Titled & { words: Line }) | null;
  terms: (Titled & { words: Line }) | null;
}

/** What an answer is called: several answers to one question are told apart by this. */
export function labelOf({ probe }: AnswerFacts, tell: Telling): string {
  return probe === 0 ? tell.say('report.answer') : tell.say('report.followUp', { number: probe });
}

// How it was given: "Spoken, 1:42".
function givenAs({ mode, sound, language }: AnswerFacts, tell: Telling): string {
  if (mode === 'typed') return tell.say('reportPaper.typed', { words: language?.words ?? 0 });
  return tell.say('reportPaper.spoken', { length: formatDuration(sound?.recordedMs ?? 0) });
}

/** The input of one answer. */
export function answerOf(answer: AnswerFacts, question: QuestionFacts, report: ReportFacts, tell: Telling): InputAnswer {
  const { score } = answer;
  const quotes = numbered([
    ...(score?.criteria.flatMap(({ evidence }) => evidence) ?? []),
    ...(score?.advice.map(({ evidence }) => evidence) ?? []),
  ]);
  return {
    title: labelOf(answer, tell),
    asked: answer.words === question.words ? '' : clean(answer.words),
    worded: wordedBy(answer, tell),
    given: givenAs(answer, tell),
    said: saidOf(answer, quotes, tell),
    keyPoints: keyPointsOf(answer, tell),
    score: score ? scoreOf(score, report, quotes, tell) : null,
    advice: score ? adviceOf(score, answer, tell) : null,
    star: starOf(answer, tell),
    delivery: deliveryOf(answer, report, tell),
    rating: ratingOf(answer, report, tell),
  };
}

function wordedBy({ worded }: AnswerFacts, tell: Telling): string {
  return worded ? clean(tell.say('report.worded', { model: worded.model, provider: worded.provider })) : '';
}

function saidOf(answer: AnswerFacts, quotes: Quote[], tell: Telling): InputAnswer['said'] {
  const { said, mode, text, soundGone } = answer;
  const paras = said
    ? parasOf(quotes.length > 0 ? quoted(said, quotes) : cued(said.text, answer.star))
    : parasOf(mode === 'typed' ? plain(text) : []);
  const note = said?.rough ? tell.say('said.rough') : soundGone ? tell.say('report.soundGone') : '';
  if (paras.length === 0 && note === '') return null;
  return { title: tell.say(mode === 'typed' ? 'reportPaper.youTyped' : 'said.title'), paras, note };
}

// The words with the stretches that quotes rest on, as the screen marks them. Ends of
// paragraphs are the text's own where its words are the ones counted.
function quoted({ text, words }: NonNullable<AnswerFacts['said']>, quotes: Quote[]): SaidSpan[] {
  const gaps = gapsOf(text, words.length);
  return runs(words.map((word) => word.text), quotes).flatMap(({ words: run, from, marked, ends }) => [
    { text: run.map((word, i) => (i === 0 ? word : gaps(from + i) + word)).join(''), mark: marked, ends: ends.map(String) },
    { text: gaps(from + run.length), mark: false, ends: [] },
  ]);
}

/** What stands before each word: a space, or the end of a paragraph. */
function gapsOf(text: string, count: number): (index: number) => string {
  const gaps = text.trim().split(/\S+/u).slice(1, -1);
  if (gaps.length !== count - 1) return () => ' ';
  return (index) => (/[\r\n\u2028\u2029]/.test(gaps[index - 1] ?? '') ? '\n' : ' ');
}

const cued = (text: string, star: AnswerFacts['star']): SaidSpan[] =>
  cutByCues(text, star ?? undefined).map((piece) => ({ text: piece.text, mark: piece.cue, ends: [] }));

const plain = (text: string): SaidSpan[] => [{ text, mark: false, ends: [] }];

function keyPointsOf({ mode, keyPoints, said, star }: AnswerFacts, tell: Telling): InputAnswer['keyPoints'] {
  if (mode === 'typed' || keyPoints.trim() === '') return null;
  return { title: tell.say('report.keyPoints'), paras: parasOf(said ? plain(keyPoints) : cued(keyPoints, star)) };
}

function scoreOf(score: ScoreFacts, report: ReportFacts, quotes: Quote[], tell: Telling): InputAnswer['score'] {
  const title = tell.say('score.title');
  if (score.cause) return { title, overall: tell.reason(score.cause), criteria: [], by: '' };
  const { model, provider, runs, rubricVersion, promptVersion } = score;
  const overall =
    score.overall == null
      ? tell.say('score.none')
      : tell.say('score.of', { level: numberIn(tell.locale, score.overall, 1), scored: score.scored, criteria: score.criteria.length });
  const by = runs > 1 ? tell.say('score.by', { model, provider, runs }) : tell.say('score.byQuick', { model, provider });
  return {
    title,
    overall,
    criteria: score.criteria.map((criterion) => levelOf(criterion, score.rubric ?? bare(report.rubric), quotes, tell)),
    by: clean(`${by} ${tell.say('reportPaper.scorerOf', { rubric: rubricVersion, prompt: promptVersion })}`),
  };
}

// Of a rubric that isn't known here the names are those of today's, and nothing says what its levels mean.
const bare = ({ criteria }: RubricFacts): RubricFacts => ({ criteria: criteria.map((one) => ({ ...one, anchors: [] })) });

function levelOf(criterion: CriterionFacts, rubric: RubricFacts, quotes: Quote[], tell: Telling): InputLevel {
  const { id, status, level, low, high, capped, evidence, cause } = criterion;
  const known = rubric.criteria.find((one) => one.id === id);
  const name = clean(known?.name ?? id);
  if (status !== 'scored') {
    const why = status === 'insufficient_evidence' ? tell.say('score.insufficient') : tell.reason(cause);
    return { name, level: 0, anchor: '', notes: [clean(why)], refs: [] };
  }
  return {
    name,
    level,
    anchor: clean(known?.anchors[level - 1] ?? ''),
    notes: [low !== high ? tell.say('score.range', { low, high }) : '', capped ? tell.say('score.capped') : ''].filter(Boolean),
    refs: [...new Set(evidence.map((stretch) => numberOf(quotes, stretch)))].filter((number) => number > 0).map(String),
  };
}

function adviceOf({ advice }: ScoreFacts, { said }: AnswerFacts, tell: Telling): InputAnswer['advice'] {
  if (advice.length === 0 || !said) return null;
  const quote = ({ from, to }: { from: number; to: number }) => said.words.slice(from, to).map(({ text }) => text).join(' ');
  return {
    title: tell.say('score.advice'),
    points: advice.map((point) => ({
      quote: line(tell.say('ui.quote', { words: quote(point.evidence) })),
      try: line(point.try),
      factLabel: point.fact ? tell.say('score.adviceFact') : '',
      fact: point.fact ? line(point.fact) : null,
    })),
  };
}

const parts: StarPart[] = ['situation', 'task', 'action', 'result'];

function starOf({ star }: AnswerFacts, tell: Telling): InputAnswer['star'] {
  if (!star) return null;
  return {
    title: tell.say('report.star'),
    parts: parts.map((part) => ({
      name: nameOf(part, tell),
      present: star[part].present,
      cues: star[part].present
        ? line(star[part].cues.map(({ text }) => tell.say('ui.quote', { words: text })).join(' '))
        : line(tell.say('star.none')),
    })),
  };
}

function nameOf(part: StarPart, tell: Telling): string {
  const keys = { situation: 'star.situation', task: 'star.task', action: 'star.action', result: 'star.result' } as const;
  return tell.say(keys[part]);
}

function deliveryOf(answer: AnswerFacts, { bands }: ReportFacts, tell: Telling): InputDelivery | null {
  const figures = figuresOf(answer, bands);
  if (figures.length === 0) return null;
  const { sound, speech, language, terms } = answer;
  return {
    title: tell.say('delivery.title'),
    columns: [tell.say('reportPaper.measure'), tell.say('reportPaper.figure'), tell.say('reportPaper.typical')],
    figures: figures.map((figure) => ({ name: tell.say(figure.key), value: valueOf(figure, tell), typical: typicalOf(figure, tell) })),
    notes: [
      sound?.tooShort ? tell.say('delivery.tooShort') : '',
      speech && language && !language.filledPauses ? tell.say('delivery.noFillers') : '',
      sound && !language ? tell.say('delivery.noWords') : '',
    ].filter(Boolean),
    hesitations: hesitationsOf(answer, tell),
    mostUsed: listOf(tell.say('delivery.mostUsed'), (language?.mostUsed ?? []).map(({ word, count }) => tell.say('reportPaper.wordCount', { word, count }))),
    terms: listOf(
      tell.say('delivery.terms', { covered: terms.filter(({ covered }) => covered).length, total: terms.length }),
      terms.map(({ term, covered }) => (covered ? tell.say('delivery.covered', { term }) : term)),
    ),
  };
}

function hesitationsOf({ speech }: AnswerFacts, tell: Telling): InputDelivery['hesitations'] {
  if (!speech || speech.hesitations.length === 0) return null;
  return {
    title: tell.say('delivery.hesitations'),
    pauses: speech.hesitations.map(({ startMs, endMs, before, after }) => ({
      before: line(before?.text ?? ''),
      length: secondsOf(endMs - startMs, tell),
      after: line(after?.text ?? ''),
    })),
  };
}

function listOf(title: string, words: string[]): (Titled & { words: Line }) | null {
  return words.length === 0 ? null : { title, words: line(words.join(' · ')) };
}

const secondsOf = (ms: number, { locale, say }: Telling) => say('delivery.seconds', { n: numberIn(locale, ms / 1000, 1) });

function valueOf({ kind, value, we = 0, perMinute }: Figure, tell: Telling): string {
  if (perMinute !== undefined) return tell.say('reportPaper.countPerMinute', { count: value, rate: numberIn(tell.locale, perMinute, 1) });
  if (kind === 'duration') return formatDuration(value);
  if (kind === 'seconds') return secondsOf(value, tell);
  if (kind === 'wpm') return tell.say('delivery.wpm', { n: numberIn(tell.locale, value, 0) });
  if (kind === 'mean') return numberIn(tell.locale, value, 1);
  return kind === 'iWe' ? tell.say('delivery.iWe', { i: value, we }) : String(value);
}

function typicalOf({ kind, band, perMinute }: Figure, tell: Telling): string {
  if (!band) return '';
  const written = (value: number) => {
    if (kind === 'duration') return formatDuration(value);
    return numberIn(tell.locale, value, perMinute === undefined ? 0 : 1);
  };
  const range = tell.say('reportPaper.range', { low: written(band.low), high: written(band.high) });
  if (perMinute !== undefined) return tell.say('reportPaper.perMinute', { n: range });
  return kind === 'wpm' ? tell.say('delivery.wpm', { n: range }) : range;
}

function ratingOf({ selfRating }: AnswerFacts, { rubric }: ReportFacts, tell: Telling): InputAnswer['rating'] {
  const levels = rubric.criteria.flatMap(({ id, name, anchors }) => {
    const rating = selfRating.find(({ criterion }) => criterion === id);
    if (!rating) return [];
    const anchor = clean(anchors[rating.level - 1] ?? '');
    return [{ name: clean(name), level: rating.level, anchor, notes: [], refs: [], none: rating.level === 0 ? tell.say('rating.cannotSay') : '' }];
  });
  return levels.length > 0 ? { title: tell.say('rating.title'), levels } : null;
}
