import { describe, expect, test } from 'vitest';
import { emptyLists } from '../testkit/ledger';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Importing } from './importing.svelte';
import { Review } from './review.svelte';
import { Tasks } from './tasks.svelte';

const work = (name: string) => ({
  id: '',
  name,
  position: '',
  location: '',
  url: '',
  startDate: '',
  endDate: '',
  current: false,
  summary: '',
  highlights: [],
});

const draft = () => ({
  ledger: {
    basics: {
      name: 'Ann',
      label: '',
      email: '',
      phone: '',
      url: '',
      summary: '',
      location: { address: '', postalCode: '', city: '', region: '', countryCode: '' },
      profiles: [],
    },
    ...emptyLists(),
    work: [work('One'), work('Two'), work('Three')],
    languages: [{ id: '', language: 'English', fluency: '' }],
  },
  source: { format: 'pdf', pages: ['Ann'] },
  losses: [],
  doubts: ['languages[0].fluency', 'work[2].endDate', 'work[0].name', 'basics.name', 'work[2].endDate'],
});

describe('doubts', () => {
  test('come in the order of the page, each once', () => {
    expect(new Review('t', draft(), 'cv.pdf').doubts).toEqual([
      'basics.name',
      'work[0].name',
      'work[2].endDate',
      'languages[0].fluency',
    ]);
  });
  test('are walked through one by one, and round again', () => {
    const review = new Review('t', draft(), 'cv.pdf');
    expect(review.nextDoubt()).toBe('basics.name');
    expect(review.nextDoubt('basics.name')).toBe('work[0].name');
    review.check('work[0].name');
    expect(review.nextDoubt('basics.name')).toBe('work[2].endDate');
    expect(review.nextDoubt('languages[0].fluency')).toBe('basics.name');
  });
  test('of an item that is left out are none', () => {
    const review = new Review('t', draft(), 'cv.pdf');
    review.toggle('work[2]');
    expect(review.doubts).not.toContain('work[2].endDate');
    review.toggle('work[2]');
    expect(review.doubts).toContain('work[2].endDate');
  });
});

describe('confirming', () => {
  test('sends what is not left out, as it was corrected', async () => {
    const shell = new FakeShell({ Career: { Confirm: () => ({ added: [], known: [] }) } });
    const review = new Review('t', draft(), 'cv.pdf');
    review.toggle('work[0]');
    review.toggle('basics');
    review.ledger.work[1]!.name = 'Too';
    expect(await review.confirm()).toEqual({ added: [], known: [] });
    const [task, sent, keep, name] = shell.argsOf('Career.Confirm')[0] as [
      string,
      { basics: { name: string }; work: { name: string }[] },
      boolean,
      string,
    ];
    expect([task, keep, name]).toEqual(['t', false, 'cv.pdf']);
    expect(sent.basics.name).toBe('');
    expect(sent.work.map((one) => one.name)).toEqual(['Too', 'Three']);
  });

  test('puts an error at the field it was sent from', async () => {
    new FakeShell({
      Career: {
        Confirm: () => {
          throw envelope('invalid', 'career.endsBeforeStart', { field: 'work[1].endDate' });
        },
      },
    });
    const review = new Review('t', draft(), 'cv.pdf');
    review.toggle('work[0]');
    expect(await review.confirm()).toBeUndefined();
    expect(review.firstError).toBe('work[2].endDate');
    expect(review.errorAt('work[2].endDate')).toContain('before the start');
    expect(review.trouble).toBeUndefined();
    review.check('work[2].endDate');
    expect(review.firstError).toBeUndefined();
  });

  test('says what is nobody’s field', async () => {
    new FakeShell({
      Career: {
        Confirm: () => {
          throw envelope('unavailable', 'store.diskFull');
        },
      },
    });
    const review = new Review('t', draft(), 'cv.pdf');
    await review.confirm();
    expect(review.trouble?.sentence).toContain('disk is full');
  });
});

test('work on the review is noticed', () => {
  const review = new Review('t', draft(), 'cv.pdf');
  expect(review.edited).toBe(false);
  review.check('basics.name');
  expect(review.edited).toBe(false);
  review.ledger.work[0]!.name = 'Other';
  expect(review.edited).toBe(true);
});

describe('importing', () => {
  const file = new File(['%PDF'], 'cv.pdf');
  const uploads = (answer: object) =>
    (globalThis.fetch = (async () => ({ json: async () => answer })) as never);

  test('goes from the file to the review to what was added', async () => {
    uploads({ token: 'k' });
    const merged = { added: [{ part: 'work', title: 'One' }], known: [{ part: 'work', title: 'Two' }] };
    const shell = new FakeShell({
      Career: {
        StartReading: () => 'task-1',
        Draft: draft,
        Confirm: () => merged,
      },
    });
    const importing = new Importing(new Tasks());
    const reading = importing.read(file);
    expect(importing.phase).toBe('reading');
    await settle();
    shell.emit('task:done', { taskId: 'task-1', kind: 'readResume', done: 0, total: 0 });
    await reading;
    expect([importing.phase, importing.review?.fileName]).toEqual(['review', 'cv.pdf']);
    await importing.confirm();
    expect(importing.phase).toBe('done');
    expect(importing.merged).toEqual(merged);
    expect(shell.argsOf('Career.StartReading')).toEqual([['k']]);
  });

  test('tells why a file is refused', async () => {
    uploads({ error: envelope('invalid', 'file.tooLarge', { params: { maxMb: '25' } }) });
    const importing = new Importing(new Tasks());
    await importing.read(file);
    expect(importing.phase).toBe('refused');
    expect(importing.trouble?.sentence).toContain('25 MB');
  });

  test('that is left gives the draft up', async () => {
    uploads({ token: 'k' });
    const shell = new FakeShell({
      Career: { StartReading: () => 'task-1', Draft: draft, DiscardDraft: () => undefined },
      System: { Task: () => ({ state: 'done', error: null }) },
    });
    const importing = new Importing(new Tasks());
    await importing.read(file);
    expect(importing.phase).toBe('review');
    importing.discard();
    importing.discard();
    expect(shell.argsOf('Career.DiscardDraft')).toEqual([['task-1']]);
  });

  test('that is cancelled ends the work and shows nothing of it', async () => {
    uploads({ token: 'k' });
    const shell = new FakeShell({
      Career: { StartReading: () => 'task-1', Draft: draft },
      System: { CancelTask: () => undefined },
    });
    const importing = new Importing(new Tasks());
    const reading = importing.read(file);
    await settle();
    await importing.cancel();
    shell.emit('task:failed', {
      taskId: 'task-1',
      kind: 'readResume',
      done: 0,
      total: 0,
      error: envelope('canceled', ''),
    });
    await reading;
    expect(shell.argsOf('System.CancelTask')).toEqual([['task-1']]);
    expect(importing.phase).toBe('choose');
  });
});
