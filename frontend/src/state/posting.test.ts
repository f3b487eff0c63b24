import { beforeEach, expect, test } from 'vitest';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Posting, nameOf } from './posting.svelte';
import { NewPosting, type PostingView } from './postings.svelte';
import { Toasts } from './toasts.svelte';

const nowhere = { start: 0, end: 0 };
const must = { id: 'r1', text: 'Drive', must: true, sentence: { start: 2, end: 7 }, source: 'Drive', corrected: false };
const welcome = { id: 'r2', text: 'Weld', must: false, sentence: nowhere, source: '', corrected: true };
const view: PostingView = {
  id: 'p',
  title: 'Driver',
  titleFrom: nowhere,
  company: '',
  companyFrom: nowhere,
  place: '',
  placeFrom: nowhere,
  language: 'en',
  covered: true,
  text: 'a Drive',
  requirements: [must, welcome],
  keywords: [],
  leftOut: 0,
  createdAt: '',
  updatedAt: '',
};

let shell: FakeShell;
let toasts: Toasts;
let posting: Posting;

beforeEach(async () => {
  let now = view;
  shell = new FakeShell({
    Postings: {
      Get: () => now,
      Update: (_id: string, edit: Partial<PostingView>) => (now = { ...now, ...edit }),
      Delete: () => undefined,
      Create: () => {
        throw envelope('invalid', 'posting.tooLarge', { params: { size: '1.2', limit: '1 MB' }, field: 'text' });
      },
    },
  });
  toasts = new Toasts();
  posting = new Posting('p', toasts);
  await posting.load();
});

const sentLists = () => shell.argsOf('Postings.Update').map(([, edit]) => (edit as { requirements: unknown }).requirements);

test('a requirement is reworded in the whole list', async () => {
  await posting.reword('r1', { text: 'Drive a lorry', must: false });
  expect(sentLists()).toEqual([
    [
      { id: 'r1', text: 'Drive a lorry', must: false },
      { id: 'r2', text: 'Weld', must: false },
    ],
  ]);
});

test('a removed requirement comes back at its place, with its source', async () => {
  await posting.remove(must);
  toasts.items[0]?.action?.run();
  await settle();
  expect(sentLists()).toEqual([
    [{ id: 'r2', text: 'Weld', must: false }],
    [
      { id: '', text: 'Drive', must: true, source: 'Drive' },
      { id: 'r2', text: 'Weld', must: false },
    ],
  ]);
});

test('title, company and place save themselves together', async () => {
  const facts = posting.facts;
  if (!facts) throw new Error('no facts');
  facts.value.company = 'Ferrow';
  await facts.flush();
  expect(shell.argsOf('Postings.Update')).toEqual([['p', { title: 'Driver', company: 'Ferrow', place: '' }]]);
  expect(posting.view && nameOf(posting.view)).toBe('Driver, Ferrow');
});

test('a text that can not be kept stays, with the reason', async () => {
  const fresh = new NewPosting();
  fresh.text = 'Long';
  expect(await fresh.create()).toBeUndefined();
  expect(fresh.trouble?.sentence).toContain('1.2 MB');
  expect(fresh.text).toBe('Long');
});
