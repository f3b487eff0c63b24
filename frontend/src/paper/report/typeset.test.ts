// The report as a real file, read back by poppler.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, everyKind, inputOf, question, report } from '../testdata/reports';
import { freshTypesetter, typesetter } from '../testTypesetter';
import type { ReportInput } from './input';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'report-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const poppler = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'ignore'] });

/** Makes the file; gives its path and the scripts that are missing. */
async function made(input: ReportInput) {
  const { bytes, missing } = await (await typesetter()).report(input);
  const path = join(folder, 'report.pdf');
  writeFileSync(path, bytes);
  return { path, bytes, missing };
}

const squeeze = (text: string) => text.normalize('NFKC').replace(/[\s\u00AD]+/g, '');
/** The text page by page, without white space. */
const pagesOf = (path: string) => poppler('pdftotext', '-raw', path, '-').replace(/\f$/, '').split('\f').map(squeeze);
const textOf = (path: string) => pagesOf(path).join('');

const typed = (text: string) =>
  answer({
    mode: 'typed',
    text,
    said: { text, words: text.trim().split(/\s+/).map((word) => ({ text: word })), rough: false, by: '', model: '' },
    score: null,
    star: null,
    sound: null,
    speech: null,
    language: null,
    terms: [],
    selfRating: [],
  });

test('it is tagged, titled, in its language, on its paper, and the same each time', async () => {
  const input = { ...inputOf(everyKind(), 'de'), paper: 'letter' };
  const { path, bytes } = await made(input);
  const info = poppler('pdfinfo', path);
  expect(info).toMatch(/Title:\s+Operations manager, Corvane Logistics/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/612 x 792/);
  expect(info).not.toContain('CreationDate');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Lang (de)');
  const fonts = poppler('pdffonts', path).trim().split('\n').slice(2);
  for (const line of fonts) expect(line).toMatch(/yes yes yes\s+\d+\s+\d+$/);
  const again = await (await freshTypesetter()).report(input);
  expect(Buffer.compare(bytes, again.bytes)).toBe(0);
});

test('questions are tagged with the language of the rehearsal, the rubric with its own', async () => {
  const asked = 'Wie planen Sie eine Woche?';
  const follow = 'Was hat sich danach verbessert?';
  const translatedBy = { model: 'qwen3', provider: 'localhost' };
  const facts = report(
    [question({ words: asked, competency: 'Planung', answers: [answer({ words: asked }), answer({ probe: 1, words: follow })] })],
    { language: 'fr', translatedBy },
  );
  const { bytes, path } = await made({ ...inputOf(facts, 'de'), content: 'en' });
  expect(textOf(path)).toContain(squeeze('qwen3'));
  const languages = [...Buffer.from(bytes).toString('latin1').matchAll(/\/Lang ?\(([a-z]+)\)/g)].map(([, tag]) => tag);
  expect([...new Set(languages)].sort()).toEqual(['de', 'en', 'fr']);
});

test('everything the report tells is read out of it, in order', async () => {
  const { path, missing } = await made(inputOf(everyKind()));
  expect(missing).toEqual([]);
  const text = textOf(path);
  for (const said of [
    'Noor Haddad',
    '3.6 of 5 overall',
    'from 2 of 5 answers',
    'Worded by google/gemini-2.5-flash at openrouter.ai, to fit what you said before',
    'google/gemini-2.5-flash at openrouter.ai, rubric v1, prompt score/3',
    'scribe_v2 at elevenlabs',
    '3.6 of 5, from 4 of 5 criteria',
    'between 3 and 4',
    'Kept at 2 at most',
    'The answer says too little about it for a level.',
    'End with the figure: late dispatches went from 6.1% to 2.4%.',
    'Cut late dispatches from 6.1% to 2.4% in a year.',
    '160 to 210 words/min',
    'No cue found in the words',
    'And what changed afterwards',
    'You skipped this question.',
    "Can't say",
    'There is no credit left at the provider.',
    "1 answer of this rehearsal can't be read.",
    'We had no cover for Sunday.',
  ])
    expect(text).toContain(squeeze(said));
  const order = ['At a glance', 'Question 1 of 6', 'What you said', 'Score for this answer', 'To try next time', 'STAR checklist', 'Delivery', 'Your own rating', 'Follow-up 1', 'Question 2 of 6', "What isn't scored, and why", 'How to read this'];
  const structure = squeeze(poppler('pdfinfo', '-struct-text', path).replace(/"\s*\n\s*"/g, ''));
  let at = structure.indexOf(squeeze('Atastart')) + 1;
  for (const mark of order) {
    const next = structure.indexOf(squeeze(mark), at);
    expect(next, mark).toBeGreaterThanOrEqual(at);
    at = next;
  }
});

test('titles are headings of four levels, figures a table with a header', async () => {
  const { path } = await made(inputOf(everyKind()));
  const tags = poppler('pdfinfo', '-struct', path);
  const count = (tag: string) => tags.match(new RegExp(`^\\s+${tag}\\b`, 'gm'))?.length ?? 0;
  expect([count('H1'), count('H2'), count('H3')]).toEqual([1, 3 + 6, 5]);
  expect(count('H4')).toBeGreaterThan(15);
  // The overview, and the figures of five answers.
  expect([count('Table'), count('THead')]).toEqual([6, 6]);
});

test('markup of any kind stays what was typed, wherever it was typed', async () => {
  const hostile = 'a #eval("1") $x^2$ _u_ *b* <b>html</b> @ref `raw` // no comment \\u{41} #import "/lib.typ" {x} [y] ~ --- \'q\' %!PS (/Lang) endobj';
  const mine = { ...typed(hostile), mode: 'spoken', keyPoints: hostile, words: hostile };
  const advised = answer({ score: { ...answer().score!, advice: [{ evidence: { from: 0, to: 2 }, try: hostile, fact: hostile }] } });
  const starred = answer({
    star: { ...answer().star!, task: { present: true, cues: [{ start: 0, end: 1, text: hostile }] } },
    terms: [{ term: hostile, covered: true }],
    language: { ...answer().language!, mostUsed: [{ word: hostile, count: 2 }] },
  });
  const facts = report([question({ words: hostile, competency: hostile, answers: [mine, advised, starred] })], { personaName: hostile });
  const { path } = await made(inputOf(facts, 'en', hostile));
  const found = textOf(path).split(squeeze(hostile)).length - 1;
  // Title, interviewer, question twice, its asked words over three answers are other words, competency,
  // said, key points, try, fact, cue, most used, term.
  expect(found).toBe(12);
});

test('scripts without a glyph are named; directions, controls and halves of pairs do no harm', async () => {
  const text = 'Ada 山田 שלום مرحبا 😀 \u202Ereversed\u202C \u0007bell \uD83D half \u200Fmark';
  const { path, missing } = await made(inputOf(report([question({ answers: [typed(text)] })])));
  expect(missing.map(({ script }) => script).sort()).toEqual(['Arab', 'Hani', 'Hebr', 'Zsye']);
  expect(textOf(path)).toContain('Question1of1');
});

test('twenty thousand characters run over pages, and eight thousand without a space', async () => {
  const words = Array.from({ length: 2_800 }, (_, i) => `w${i}`).join(' ').slice(0, 20_000);
  const { path } = await made(inputOf(report([question({ answers: [typed(words)] })])));
  expect(textOf(path)).toContain(squeeze(words.slice(-60)));
  expect(pagesOf(path).length).toBeGreaterThan(3);
  const solid = await made(inputOf(report([question({ answers: [typed('Wxyz'.repeat(2_000))] })])));
  const pages = pagesOf(solid.path);
  expect(pages.join('').match(/Wxyz/g)!.length).toBeGreaterThan(1_960); // one may be parted by the end of a page
  expect(pages.length).toBeGreaterThan(1);
});

test('no title is parted from the first line of what it is of', async () => {
  const paper = await typesetter();
  const path = join(folder, 'parted.pdf');
  const faults: string[] = [];
  const points = answer().score!.advice.slice(0, 1);
  for (let filler = 1; filler <= 60; filler += 1) {
    const before = typed(Array.from({ length: filler }, (_, i) => `Filler ${i}`).join('\n'));
    const facts = report([question({ answers: [before] }), question({ words: 'Headed question', competency: 'Competent', answers: [answer({ score: { ...answer().score!, advice: points } })] })]);
    writeFileSync(path, (await paper.report(inputOf(facts))).bytes);
    const pages = pagesOf(path);
    const pageOf = (mark: string, from = 0) => pages.findIndex((page, i) => i >= from && page.includes(squeeze(mark)));
    const first = pageOf('Competent');
    for (const [title, next] of [
      ['Question 2 of 2', 'In November we had'],
      ['Score for this answer', 'Relevance'],
      ['To try next time', '“The store opened on time.”'],
      ['To try next time', 'End with the figure'],
      ['STAR checklist', 'Your action'],
      ['Delivery', 'Time to first word'],
      ['Pauses of 2 s or more, and', 'that night'],
      ['Your own rating', 'Anchor 5 of own action'],
      ["What isn't scored, and why", 'Nobody was asked'],
      ['How to read this', 'Levels by a model'],
    ] as const)
      if (pageOf(title, first) !== pageOf(next, first)) faults.push(`${filler}: ${title}`);
  }
  expect(faults).toEqual([]);
});

test('a long rehearsal is one file: nine questions, three answers each of 1,500 words', async () => {
  const long = (seed: number) => Array.from({ length: 150 }, (_, i) => `Answer ${seed} sentence ${i} says what I did and why.`).join(' ');
  const scored = (seed: number, probe: number) => {
    const text = long(seed);
    return answer({ probe, said: { ...answer().said!, text, words: text.split(' ').map((word) => ({ text: word })) } });
  };
  const facts = report(Array.from({ length: 9 }, (_, q) => question({ answers: [0, 1, 2].map((probe) => scored(q * 3 + probe, probe)) })));
  const paper = await freshTypesetter();
  const before = paper.memory;
  const began = performance.now();
  const { bytes } = await paper.report(inputOf(facts));
  const seconds = (performance.now() - began) / 1000;
  const path = join(folder, 'long.pdf');
  writeFileSync(path, bytes);
  const pages = pagesOf(path);
  console.log(`${pages.length} pages, ${(bytes.length / 1e3).toFixed(0)} kB, ${seconds.toFixed(1)} s, ${((paper.memory - before) / 1e6).toFixed(0)} MB more`);
  for (let seed = 0; seed < 27; seed++) expect(pages.join('')).toContain(`Answer${seed}sentence149`);
  expect(pages.join('')).toContain('Question9of9');
}, 300_000);
