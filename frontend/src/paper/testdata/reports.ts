// Reports for the tests, and the application's sentences read from its own file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerFacts, CriterionFacts, QuestionFacts, ReportFacts } from '../report/facts';
import { type ReportInput, reportInput } from '../report/input';
import type { Telling } from '../report/telling';

/** The sentences of a language. */
function tellingIn(locale: 'en' | 'de'): Telling {
  const sentences = JSON.parse(readFileSync(join(import.meta.dirname, `../../i18n/${locale}.json`), 'utf8')) as Record<string, string>;
  const say = (key: string, gaps: Record<string, string | number> = {}) => {
    const sentence = sentences[key];
    if (sentence === undefined) throw new Error(`no sentence ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (gaps[name] === undefined) throw new Error(`${key} lacks ${name}`);
      return String(gaps[name]);
    });
  };
  return {
    locale,
    say,
    reason: (cause) => say(cause in sentences ? cause : 'score.none'),
    language: (tag) => new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag,
    unread: (count) => say(count === 1 ? 'report.oneUnread' : 'report.someUnread', { count }),
  };
}

const ids = ['relevance', 'situation-and-task', 'own-action', 'result', 'role-depth'];
const names = ['Relevance', 'Situation and task', 'Own action', 'Result', 'Role depth'];

const rubric: ReportFacts['rubric'] = {
  criteria: ids.map((id, i) => ({
    id,
    name: names[i]!,
    anchors: [1, 2, 3, 4, 5].map((level) => `Anchor ${level} of ${names[i]!.toLowerCase()}: says what happened, to whom, and in what order it was done.`),
  })),
};

/** A scored criterion that rests on the words from one index to another. */
export const criterion = (parts: Partial<CriterionFacts> = {}): CriterionFacts => ({
  id: 'own-action',
  status: 'scored',
  level: 4,
  low: 4,
  high: 4,
  capped: false,
  evidence: [{ from: 0, to: 3 }],
  cause: '',
  ...parts,
});

const story =
  'In November we had a full trailer stuck at the port, and the store was opening at seven. ' +
  'I rang three hauliers myself, in twenty minutes, and took the one with a driver already on the road. ' +
  'I told the store manager exactly when it would land. The store opened on time.';

/** A spoken answer that was written down and scored. */
export function answer(parts: Partial<AnswerFacts> = {}): AnswerFacts {
  const text = parts.said?.text ?? story;
  return {
    words: 'Tell me about a time a delivery was about to go wrong.',
    probe: 0,
    mode: 'spoken',
    text: '',
    keyPoints: '',
    soundGone: false,
    unwritten: false,
    said: { text, words: text.split(/\s+/).map((word) => ({ text: word })), rough: false, by: 'elevenlabs', model: 'scribe_v2' },
    sound: { recordedMs: 102_000, speakingMs: 88_000, timeToFirstWordMs: 1400, tooShort: false, pauses: { count: 14, longestMs: 4600, long: [0, 1] } },
    language: {
      words: 57,
      speechRateWpm: 148,
      filledPauses: { total: 3, perMinute: 2.1 },
      discourseFillers: { total: 1 },
      hedges: { total: 2 },
      repeats: { total: 0 },
      firstPerson: { i: 3, we: 1 },
      mostUsed: [{ word: 'store', count: 3 }, { word: 'driver', count: 1 }],
    },
    speech: {
      firstWordMs: 1400,
      articulationRateWpm: 182,
      meanRunWords: 8.4,
      hesitations: [{ startMs: 47_000, endMs: 51_600, before: { text: 'that night' }, after: { text: 'I rang' } }],
    },
    star: {
      situation: { present: true, cues: [{ start: 0, end: 11, text: 'In November' }] },
      task: { present: false, cues: [] },
      action: { present: true, cues: [{ start: 89, end: 101, text: 'I rang three' }] },
      result: { present: true, cues: [{ start: 245, end: 266, text: 'The store opened on time' }] },
    },
    terms: [{ term: 'WMS', covered: false }, { term: 'dispatch', covered: true }],
    selfRating: [{ criterion: 'own-action', level: 5 }, { criterion: 'result', level: 0 }],
    score: {
      criteria: [
        criterion({ id: 'relevance', level: 5, low: 5, high: 5, evidence: [{ from: 0, to: 10 }] }),
        criterion({ id: 'situation-and-task', level: 4, low: 3, high: 4, evidence: [{ from: 0, to: 10 }] }),
        criterion({ evidence: [{ from: 18, to: 25 }] }),
        criterion({ id: 'result', level: 2, low: 2, high: 2, capped: true, evidence: [{ from: 47, to: 52 }] }),
        criterion({ id: 'role-depth', status: 'insufficient_evidence', level: 0, low: 0, high: 0, evidence: [] }),
      ],
      overall: 3.6,
      scored: 4,
      runs: 3,
      cause: '',
      model: 'google/gemini-2.5-flash',
      provider: 'openrouter.ai',
      rubricVersion: 'v1',
      rubric,
      promptVersion: 'score/3',
      advice: [
        { evidence: { from: 47, to: 52 }, try: 'End with the figure: late dispatches went from 6.1% to 2.4%.', fact: 'Cut late dispatches from 6.1% to 2.4% in a year.' },
        { evidence: { from: 18, to: 25 }, try: 'Say why you chose that haulier, in one sentence.', fact: '' },
      ],
    },
    ...parts,
  };
}

export const question = (parts: Partial<QuestionFacts> = {}): QuestionFacts => ({
  words: 'Tell me about a time a delivery was about to go wrong.',
  competency: 'Keeping promises',
  skipped: false,
  answers: [answer()],
  ...parts,
});

/** A report of these questions. */
export const report = (questions: QuestionFacts[], parts: Partial<ReportFacts> = {}): ReportFacts => ({
  rehearsal: { answered: questions.filter(({ answers }) => answers.length > 0).length, questions: questions.length },
  personaName: 'Noor Haddad',
  language: 'en',
  whole: { level: null, scored: 0, answers: 0, cause: '' },
  rubric,
  bands: {
    speechRateWpm: { low: 160, high: 210, source: 'Tauroza & Allison 1990' },
    'filledPauses.perMinute': { low: 1.4, high: 4.8, source: 'Schachter and others 1991' },
    speakingMs: { low: 60, high: 120, source: 'product choice' },
  },
  questions,
  unread: 0,
  ...parts,
});

/** Its input. */
export const inputOf = (facts: ReportFacts, locale: 'en' | 'de' = 'en', title = 'Operations manager, Corvane Logistics'): ReportInput =>
  reportInput(facts, { title, when: 'Sun 29 Nov 2026, 14:05', paper: 'a4', content: 'en' }, tellingIn(locale));

/** The report that is looked at: every kind of answer once. */
export function everyKind(): ReportFacts {
  const follow = 'And what changed afterwards, so that it would not happen again?';
  const typed = 'We had no cover for Sunday.\n\nI asked who would swap, and took the late shift myself.';
  return report(
    [
      question({ answers: [answer(), answer({ probe: 1, words: follow, worded: { model: 'google/gemini-2.5-flash', provider: 'openrouter.ai' }, keyPoints: 'New rota\nCarrier on call', selfRating: [] })] }),
      question({
        words: 'How do you plan labour for a week whose volume you do not know?',
        competency: 'Planning',
        answers: [
          answer({
            words: 'How do you plan labour for a week whose volume you do not know?',
            mode: 'typed',
            text: typed,
            said: { text: typed, words: typed.split(/\s+/).map((text) => ({ text })), rough: false, by: '', model: '' },
            sound: null,
            speech: null,
            score: null,
            terms: [],
          }),
        ],
      }),
      question({ words: 'Which numbers do you look at first in the morning?', competency: 'Figures', skipped: true, answers: [] }),
      question({
        words: 'Tell me about a disagreement with a carrier.',
        competency: 'Dealing with conflict',
        answers: [
          answer({
            words: 'Tell me about a disagreement with a carrier.',
            said: null,
            unwritten: true,
            language: null,
            speech: null,
            star: null,
            score: null,
            terms: [],
            selfRating: [],
          }),
        ],
      }),
      question({
        words: 'What would you look at in your first month?',
        competency: 'Judgement',
        answers: [
          answer({
            words: 'What would you look at in your first month?',
            selfRating: [],
            score: {
              ...answer().score!,
              cause: 'ai.noCredit',
              overall: null,
              scored: 0,
              criteria: [],
              advice: [],
            },
          }),
        ],
      }),
      question({ words: 'What do you want to ask us?', competency: 'Interest', answers: [] }),
    ],
    { unread: 1, whole: { level: 3.6, scored: 2, answers: 5, cause: '' } },
  );
}
