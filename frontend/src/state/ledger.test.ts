import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLists } from '../testkit/ledger';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Announcer } from './announcer.svelte';
import { type Ledger, LedgerState, type Work, countFacts, isBlank } from './ledger.svelte';
import { type Form, newKey } from './ledgerForm.svelte';
import { Toasts } from './toasts.svelte';

const job = (id: string, name: string, facts: string[] = []): Work => ({
  id,
  name,
  position: `${name} lead`,
  location: '',
  url: '',
  startDate: '2021',
  endDate: '',
  current: true,
  summary: '',
  highlights: facts.map((fact) => ({ id: fact, text: `Did ${fact}` })),
});

const empty = (): Ledger => ({
  basics: {
    name: '',
    label: '',
    email: '',
    phone: '',
    url: '',
    summary: '',
    location: { address: '', postalCode: '', city: '', region: '', countryCode: '' },
    profiles: [],
  },
  ...emptyLists(),
});

/** A Go side that keeps a ledger, tidies up as the real one does, and can undo. */
class FakeCareer {
  ledger: Ledger;
  past: Ledger[] = [];
  #next = 1;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  readonly methods = {
    Get: () => this.ledger,
    UpdateBasics: (basics: Ledger['basics']) => this.#to({ ...this.ledger, basics }),
    SaveWork: (work: Work) => {
      if (!work.name && !work.position)
        throw envelope('invalid', 'career.workNeedsName', { field: 'position' });
      const tidy = {
        ...work,
        id: work.id || `w${this.#next++}`,
        position: work.position.trim(),
        highlights: work.highlights.map((fact) => ({ ...fact, id: fact.id || `f${this.#next++}` })),
      };
      const known = this.ledger.work.some(({ id }) => id === tidy.id);
      const list = known
        ? this.ledger.work.map((one) => (one.id === tidy.id ? tidy : one))
        : [...this.ledger.work, tidy];
      return this.#to({ ...this.ledger, work: list });
    },
    Remove: (_part: string, id: string) =>
      this.#to({ ...this.ledger, work: this.ledger.work.filter((one) => one.id !== id) }),
    Move: () => this.ledger,
    Undo: () => {
      const last = this.past.pop();
      if (!last) throw envelope('conflict', 'career.nothingToUndo');
      return (this.ledger = last);
    },
  };

  #to(next: Ledger): Ledger {
    this.past.push(this.ledger);
    return (this.ledger = next);
  }
}

let go: FakeCareer;
let shell: FakeShell;
let toasts: Toasts;
let announcer: Announcer;
let ledger: LedgerState;

beforeEach(async () => {
  go = new FakeCareer({
    ...empty(),
    work: [job('a', 'Brackwell', ['a1', 'a2']), job('b', 'Ferrow', ['b1'])],
  });
  shell = new FakeShell({ Career: go.methods });
  toasts = new Toasts();
  announcer = new Announcer();
  ledger = new LedgerState(toasts, announcer);
  await ledger.load();
});

describe('editing', () => {
  test('a fact saves its job with only that fact changed', async () => {
    await ledger.open('a2');
    expect(ledger.form?.kind).toBe('fact');
    if (ledger.form?.kind === 'fact') ledger.form.auto.value.text = 'Cut delays';
    await ledger.flush();
    expect(go.ledger.work[0]?.highlights).toEqual([
      { id: 'a1', text: 'Did a1' },
      { id: 'a2', text: 'Cut delays' },
    ]);
  });

  test('a job keeps facts that came in while its form was open', async () => {
    await ledger.open('a');
    if (ledger.form?.kind !== 'work') throw new Error('no form of a job');
    const form = ledger.form;
    await ledger.open(newKey('fact', 'a'));
    const fact = ledger.form as Form | undefined;
    if (fact?.kind === 'fact') fact.auto.value.text = 'New one';
    await ledger.flush();
    form.auto.value.position = 'Head';
    await form.auto.flush();
    expect(go.ledger.work[0]?.position).toBe('Head');
    expect(go.ledger.work[0]?.highlights.map(({ text }) => text)).toContain('New one');
  });

  test('a new job gets its id with the first save and is the same job with the second', async () => {
    await ledger.open(newKey('work'));
    if (ledger.form?.kind !== 'work') throw new Error('no form of a job');
    const form = ledger.form;
    form.auto.value.position = 'Nurse ';
    await form.auto.flush();
    expect(form.key).toBe('w1');
    form.auto.value.position = 'Nurse lead';
    await form.auto.flush();
    expect(go.ledger.work.map(({ position }) => position)).toEqual([
      'Brackwell lead',
      'Ferrow lead',
      'Nurse lead',
    ]);
  });

  test('a fact without words is refused and the one from before kept', async () => {
    await ledger.open('a1');
    if (ledger.form?.kind !== 'fact') throw new Error('no form of a fact');
    ledger.form.auto.value.text = '  ';
    await ledger.flush();
    expect(ledger.form.auto.errorAt('text')).toContain('needs words');
    expect(shell.argsOf('Career.SaveWork')).toEqual([]);
  });

  test('what could not be saved waits until somebody comes back to it', async () => {
    await ledger.open('a');
    if (ledger.form?.kind !== 'work') throw new Error('no form of a job');
    Object.assign(ledger.form.auto.value, { name: '', position: '' });
    await ledger.open('b');
    expect([...ledger.waiting.keys()]).toEqual(['a']);
    await ledger.open('a');
    expect(ledger.form?.kind === 'work' && ledger.form.auto.value.position).toBe('');
    expect(ledger.waiting.size).toBe(0);
  });

  test('a form follows an undo', async () => {
    await ledger.open('a1');
    if (ledger.form?.kind !== 'fact') throw new Error('no form of a fact');
    ledger.form.auto.value.text = 'Changed';
    await ledger.undo();
    expect(go.ledger.work[0]?.highlights[0]?.text).toBe('Did a1');
    expect(ledger.form.auto.value.text).toBe('Did a1');
  });
});

describe('removing', () => {
  test('closes what is open and can be undone from the notice', async () => {
    await ledger.open('a');
    await ledger.remove('work', 'a', 'Brackwell lead');
    expect(ledger.form).toBeUndefined();
    expect(go.ledger.work.map(({ id }) => id)).toEqual(['b']);
    toasts.items[0]?.action?.run();
    await settle();
    expect(go.ledger.work.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is not undone by the notice once something else has changed', async () => {
    await ledger.remove('fact', 'a1', 'Did a1');
    await ledger.remove('fact', 'b1', 'Did b1');
    toasts.items[0]?.action?.run();
    await settle();
    expect(shell.argsOf('Career.Undo')).toEqual([]);
    expect(toasts.items.at(-1)?.text).toContain('step by step');
  });
});

describe('moving', () => {
  test('a fact changes places and says where it is', async () => {
    await ledger.step('fact', 'a2', -1);
    expect(go.ledger.work[0]?.highlights.map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect(announcer.polite).toContain('1 of 2');
  });
  test('a job asks for one move', async () => {
    await ledger.step('work', 'b', -1);
    expect(shell.argsOf('Career.Move')).toEqual([['work', 'b', 'a']]);
  });
  test('the first stays first and says so', async () => {
    await ledger.step('work', 'a', -1);
    expect(shell.argsOf('Career.Move')).toEqual([]);
    expect(announcer.polite).toContain('first');
  });
});

test('changes come one after another, each on top of the one before', async () => {
  await Promise.all([ledger.remove('fact', 'a1', ''), ledger.remove('fact', 'a2', '')]);
  expect(go.ledger.work[0]?.highlights).toEqual([]);
});

test('at lock nothing stays', async () => {
  await ledger.open('a');
  ledger.query = 'carrier';
  ledger.clear();
  expect([ledger.ledger, ledger.form, ledger.query, ledger.waiting.size]).toEqual([
    undefined,
    undefined,
    '',
    0,
  ]);
});

test('facts are counted, and nothing is nothing', () => {
  expect(countFacts(go.ledger)).toBe(3);
  expect(isBlank(go.ledger)).toBe(false);
  expect(isBlank(empty())).toBe(true);
});
