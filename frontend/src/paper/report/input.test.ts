import { expect, test } from 'vitest';
import { answer, criterion, everyKind, inputOf, question, report } from '../testdata/reports';
import { styleOf } from '../style';
import { sample } from '../sample';
import { reportStyle } from './style';
import { parasOf } from './text';

const score = answer().score!;
const texts = (paras: { spans: { text: string }[] }[]) => paras.map(({ spans }) => spans.map(({ text }) => text).join(''));
const only = (parts: Parameters<typeof answer>[0] = {}) => inputOf(report([question({ answers: [answer(parts)] })])).questions[0]!.answers[0]!;
const said = (text: string, parts: Parameters<typeof answer>[0] = {}) =>
  only({ said: { text, words: text.trim().split(/\s+/).map((word) => ({ text: word })), rough: false, by: '', model: '' }, score: null, star: null, ...parts });

test('it says what for, when, with whom, and who wrote down and scored', () => {
  const other = { ...score, model: 'llama', provider: 'localhost', rubricVersion: 'v2', promptVersion: 'score/4' };
  const { title, kind, facts } = inputOf(report([question({ answers: [answer(), answer({ probe: 1, score: other })] })]));
  expect([title, kind]).toEqual(['Operations manager, Corvane Logistics', 'Rehearsal report']);
  expect(facts).toEqual([
    { label: 'When', lines: ['Sun 29 Nov 2026, 14:05'] },
    { label: 'Interviewer', lines: ['Noor Haddad'] },
    { label: 'Questions', lines: ['1 of 1 answered'] },
    {
      label: 'Scored by',
      lines: [
        'google/gemini-2.5-flash at openrouter.ai, rubric v1, prompt score/3',
        'llama at localhost, rubric v2, prompt score/4',
      ],
    },
    { label: 'Written down by', lines: ['scribe_v2 at elevenlabs'] },
  ]);
});

test('the level of the whole is there, with what it is from, or why there is none', () => {
  const levelOf = (whole: Parameters<typeof report>[1], locale?: 'de') =>
    inputOf(report([question()], whole), locale).facts.find(({ label }) => label === (locale ? 'Stufe' : 'Level'))?.lines;
  expect(levelOf({ whole: { level: 3.64, scored: 2, answers: 5, cause: '' } })).toEqual(['3.6 of 5 overall', 'from 2 of 5 answers']);
  expect(levelOf({ whole: { level: 3, scored: 1, answers: 1, cause: '' } }, 'de')).toEqual(['Insgesamt 3,0 von 5', 'aus 1 von 1 Antworten']);
  expect(levelOf({ whole: { level: null, scored: 2, answers: 2, cause: 'scoring.mixed' } })).toEqual([
    'Your answers were scored in different ways, so there is no level of the whole.',
  ]);
  expect(levelOf({ whole: { level: null, scored: 0, answers: 2, cause: '' } })).toBeUndefined();
});

test('questions are in the language of the rehearsal, and who put them into it is told', () => {
  const own = inputOf(report([question()]), 'de');
  expect([own.asked, own.content, own.language]).toEqual(['en', 'en', 'de']);
  expect(own.facts.find(({ label }) => label === 'Fragen')?.lines).toHaveLength(1);
  const translatedBy = { model: 'qwen3', provider: 'localhost' };
  const theirs = inputOf(report([question()], { language: 'fr', translatedBy }));
  expect([theirs.asked, theirs.content]).toEqual(['fr', 'en']);
  expect(theirs.facts.find(({ label }) => label === 'Questions')?.lines).toEqual([
    '1 of 1 answered',
    'Questions put into French by qwen3 at localhost.',
  ]);
});

test('a follow-up names the model that worded it, and the plan is nobody', () => {
  const worded = { model: 'qwen3', provider: 'localhost' };
  const { answers } = inputOf(report([question({ answers: [answer(), answer({ probe: 1, words: 'Why?', worded })] })])).questions[0]!;
  expect(answers.map((one) => one.worded)).toEqual(['', 'Worded by qwen3 at localhost, to fit what you said before']);
});

test('where nobody scored and nobody wrote down, it says so, or nothing', () => {
  const typed = answer({ mode: 'typed', score: null });
  const { facts } = inputOf(report([question({ answers: [typed] })]));
  expect(facts.at(-1)).toEqual({ label: 'Scored by', lines: ['Nobody'] });
  const failed = answer({ score: { ...score, cause: 'ai.noCredit', overall: null } });
  expect(inputOf(report([question({ answers: [failed] })])).facts.find(({ label }) => label === 'Scored by')?.lines).toEqual(['Nobody']);
});

test('every question has a row, and every follow-up, with its level and what that rests on', () => {
  const { glance } = inputOf(everyKind());
  expect(glance.rows.map(({ number, level, rests }) => [number, level, rests])).toEqual([
    ['1', '3.6 of 5', '4 of 5 criteria'],
    ['', '3.6 of 5', '4 of 5 criteria'],
    ['2', 'Not scored', ''],
    ['3', 'Skipped', ''],
    ['4', 'Not scored', ''],
    ['5', 'Not scored', ''],
    ['6', 'Not answered', ''],
  ]);
  expect(glance.rows[1]!.words.text).toBe('Follow-up 1');
  expect(JSON.stringify(glance)).not.toContain('%');
});

test('quotes are marked and numbered in the words, and named at the levels that rest on them', () => {
  const { said: words, score: given } = only();
  const marked = words!.paras[0]!.spans.filter(({ mark }) => mark);
  expect(marked.map(({ text, ends }) => [text, ends])).toEqual([
    ['In November we had a full trailer stuck at the', ['1']],
    ['I rang three hauliers myself, in twenty', ['2']],
    ['The store opened on time.', ['3']],
  ]);
  expect(given!.criteria.map(({ refs }) => refs)).toEqual([['1'], ['1'], ['2'], ['3'], []]);
  expect(texts(words!.paras)[0]!.trim()).toBe(answer().said!.text);
});

test('without quotes the cues of the checklist are marked, as on the screen', () => {
  const spans = only({ score: null }).said!.paras[0]!.spans;
  expect(spans.filter(({ mark }) => mark).map(({ text }) => text)).toContain('In November');
  expect(only({ score: null, star: null }).said!.paras[0]!.spans).toHaveLength(1);
});

test('a level has its anchor, its spread and its cap; none has its reason', () => {
  const [, spread, , capped, none] = only().score!.criteria;
  expect(spread).toMatchObject({ name: 'Situation and task', level: 4, notes: ['between 3 and 4'] });
  expect(spread!.anchor).toContain('Anchor 4');
  expect(capped!.notes).toEqual(['Kept at 2 at most: the answer is short or about something else.']);
  expect(none).toEqual({ name: 'Role depth', level: 0, anchor: '', notes: ['The answer says too little about it for a level.'], refs: [] });
  const failed = only({ score: { ...score, criteria: [criterion({ status: 'not_scored', level: 0, cause: 'ai.noCredit' })] } });
  expect(failed.score!.criteria[0]!.notes[0]).toContain('no credit left');
  const unknown = only({ score: { ...score, criteria: [criterion({ id: 'poise', level: 3 })] } });
  expect(unknown.score!.criteria[0]).toMatchObject({ name: 'poise', anchor: '' });
});

test('one run is said to be one', () => {
  expect(only().score!.by).toContain('3 times');
  expect(only({ score: { ...score, runs: 1 } }).score!.by).toContain('once');
});

test('what is not scored is listed with the reason', () => {
  const { notScored } = inputOf(everyKind());
  expect(notScored!.items.map(({ label, lines }) => [label, lines[0]!.slice(0, 30)])).toEqual([
    ['Question 1, Answer', 'Role depth: The answer says to'],
    ['Question 1, Follow-up 1', 'Role depth: The answer says to'],
    ['Question 2, Answer', 'Nobody was asked to score this'],
    ['Question 3 of 6', "You skipped this question. It "],
    ['Question 4, Answer', "What was said isn't written do"],
    ['Question 5, Answer', 'There is no credit left at the'],
    ['Question 6 of 6', 'There is no answer to this que'],
    ['', "1 answer of this rehearsal can"],
  ]);
  const all = { ...score, criteria: score.criteria.slice(0, 4) };
  expect(inputOf(report([question({ answers: [answer({ score: all })] })])).notScored).toBeNull();
  const gone = answer({ score: null, said: null, soundGone: true });
  expect(inputOf(report([question({ answers: [gone] })])).notScored!.items[0]!.lines).toEqual(['There are no words of this answer to score.']);
});

test('figures have their typical range, and the range its source', () => {
  const { figures } = only().delivery!;
  const ranged = figures.filter(({ typical }) => typical);
  expect(ranged).toEqual([
    { name: 'Speaking', value: '1:28', typical: '1:00 to 2:00' },
    { name: 'Pace, pauses included', value: '148 words/min', typical: '160 to 210 words/min' },
    { name: 'Um and uh, as written down', value: '3, 2.1 a minute', typical: '1.4 to 4.8 a minute' },
  ]);
  const { how } = inputOf(report([question()]));
  expect(how.lines.filter((text) => text.startsWith('Typical range'))).toEqual([
    'Typical range of “Pace, pauses included”: Tauroza & Allison 1990.',
    'Typical range of “Um and uh, as written down”: Schachter and others 1991.',
    'Typical range of “Speaking”: product choice.',
  ]);
});

test('own levels are only those given, and "can\'t say" is one', () => {
  expect(only().rating!.levels.map(({ name, level, none }) => [name, level, none])).toEqual([
    ['Own action', 5, ''],
    ['Result', 0, "Can't say"],
  ]);
  expect(only({ selfRating: [] }).rating).toBeNull();
});

test('it speaks the language of the application', () => {
  const { kind, glance, questions } = inputOf(everyKind(), 'de');
  expect(kind).toBe('Auswertung eines Probegesprächs');
  expect(glance.rows[0]).toMatchObject({ level: '3,6 von 5', rests: '4 von 5 Kriterien' });
  expect(questions[1]!.number).toBe('Frage 2 von 6');
});

test('paragraphs of what was typed stay, quotes or not', () => {
  const text = 'First line.\nSecond one.\r\n\r\n  Third.';
  expect(texts(said(text).said!.paras)).toEqual(['First line.', 'Second one.', '  Third.']);
  const advice = [{ evidence: { from: 1, to: 3 }, try: 'Say more.', fact: '' }];
  const scored = said(text, { score: { ...score, criteria: [], advice } });
  expect(texts(scored.said!.paras).map((line) => line.trim())).toEqual(['First line.', 'Second one.', 'Third.']);
  // A quote over the end of a paragraph keeps its number at its own end.
  expect(scored.said!.paras.map(({ spans }) => spans.flatMap(({ ends }) => ends))).toEqual([[], ['1'], []]);
  const otherWords = { text: 'one two', words: [{ text: 'one' }, { text: 'two' }, { text: 'three' }], rough: false, by: '', model: '' };
  expect(texts(only({ said: otherWords, score: { ...score, criteria: [], advice } }).said!.paras)[0]!.trim()).toBe('one two three');
});

test('controls go, direction is found, and nothing gives no paragraph', () => {
  expect(texts(said('a\u0000b\u001bc\uFEFF\uD800d').said!.paras)).toEqual(['abcd']);
  const span = (text: string) => [{ text, mark: false, ends: [] }];
  expect(parasOf(span('  \n\t\n'))).toEqual([]);
  expect(parasOf(span('42 שלום hello'))[0]!.rtl).toBe(true);
  expect(parasOf(span('42 hello שלום'))[0]!.rtl).toBe(false);
});

test('the paper is A4 or Letter', () => {
  expect(reportStyle('de', 'letter')).toMatchObject({ paper: 'us-letter', lang: 'de', page: '{page} von {pages}' });
  for (const paper of ['a4', 'a5', '', 'unknown']) expect(reportStyle('en', paper).paper).toBe('a4');
  expect(reportStyle('en', 'a4').pageWidth).toBe(styleOf(sample()).pageWidth);
});
