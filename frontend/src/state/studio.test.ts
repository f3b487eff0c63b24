import { beforeEach, describe, expect, test, vi } from 'vitest';
import { plainLayout } from '../paper/document';
import { prose, sample, words } from '../paper/sample';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Announcer } from './announcer.svelte';
import { saveAfterMs } from './autosave.svelte';
import { Studio } from './studio.svelte';
import { Toasts } from './toasts.svelte';

const label = 'basics/label';
const summary = 'basics/summary';

/** A Go side that keeps the wording and the layout of one résumé. */
class FakeResumes {
  readonly kept = new Map<string, string>();
  layout = plainLayout('classic');
  refuses = '';

  view() {
    const document = sample();
    const profile = { ...prose('summary', ''), summary: words(this.kept.get(summary) ?? 'Profile', summary) };
    return {
      resume: { id: 'r', name: 'Ward', language: 'en', template: 'classic', follow: true },
      canUndo: this.kept.size > 0,
      canRedo: false,
      savedAt: '',
      document: { ...document, layout: this.layout, head: { ...document.head, label: words(this.kept.get(label) ?? 'Nurse', label) }, sections: [profile] },
    };
  }

  readonly methods = {
    Get: () => this.view(),
    Reword: (_id: string, field: string, text: string) => {
      if (field === this.refuses) throw envelope('invalid', 'career.tooLong', { field });
      this.kept.set(field, text);
      return this.view();
    },
    UpdateLayout: (_id: string, layout: ReturnType<typeof plainLayout>) => {
      this.layout = layout;
      return this.view();
    },
    Hide: () => this.view(),
    Restore: (_id: string, field: string) => {
      this.kept.delete(field);
      return this.view();
    },
  };
}

let resumes: FakeResumes;
let shell: FakeShell;
let studio: Studio;

beforeEach(async () => {
  vi.useFakeTimers();
  resumes = new FakeResumes();
  shell = new FakeShell({ Resumes: resumes.methods as never });
  studio = new Studio('r', new Toasts(), new Announcer());
  await studio.load();
  return () => vi.useRealTimers();
});

describe('what is typed', () => {
  test('is shown before it is kept, and kept a moment later', async () => {
    studio.word(label, 'Matron');
    expect(studio.document?.head.label.text).toBe('Matron');
    expect(studio.status).toBe('waiting');
    expect(resumes.kept.size).toBe(0);
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect(resumes.kept.get(label)).toBe('Matron');
    expect([studio.status, studio.unsaved]).toEqual(['kept', false]);
  });

  test('is kept while the typing goes on', async () => {
    for (let typed = 1; typed <= 5; typed++) {
      studio.word(label, 'M'.repeat(typed));
      await vi.advanceTimersByTimeAsync(saveAfterMs / 2);
    }
    expect(shell.argsOf('Resumes.Reword').length).toBeGreaterThan(1);
  });

  test('stays on screen with the reason when it is refused, and holds up nothing else', async () => {
    resumes.refuses = label;
    studio.word(label, 'Too long');
    studio.word(summary, 'Calm');
    studio.arrange({ paper: 'a5' });
    await studio.flush();
    expect(studio.document?.head.label.text).toBe('Too long');
    expect([studio.status, studio.refused?.key]).toEqual(['refused', 'career.tooLong']);
    expect([resumes.kept.get(summary), resumes.layout.paper]).toEqual(['Calm', 'a5']);
    resumes.refuses = '';
    await studio.flush();
    expect([studio.status, resumes.kept.get(label)]).toEqual(['kept', 'Too long']);
  });

  test('comes before a change that is not typing', async () => {
    studio.word(label, 'Matron');
    await studio.hide('work', true);
    expect(shell.calls.map(({ method }) => method).slice(-2)).toEqual(['Resumes.Reword', 'Resumes.Hide']);
  });
});

test('going back to the ledger forgets what was typed there', async () => {
  studio.word(label, 'Matron');
  await studio.backToLedger(label);
  expect(studio.document?.head.label.text).toBe('Nurse');
  expect(shell.argsOf('Resumes.Reword')).toEqual([]);
  expect([studio.unsaved, studio.status]).toEqual([false, 'kept']);
});

test('going back to the ledger forgets why what was typed there was refused', async () => {
  resumes.refuses = label;
  studio.word(label, 'Too long');
  await studio.flush();
  await studio.backToLedger(label);
  expect([studio.refused, studio.status]).toEqual([undefined, 'kept']);
});

test('what is heard of while somebody types is read once, when it is kept', async () => {
  const stop = studio.follow();
  await settle();
  const reads = () => shell.argsOf('Resumes.Get').length;
  const before = reads();
  studio.word(label, 'Matron');
  for (let times = 0; times < 3; times++) shell.emit('resume:changed', { id: 'r', seq: times });
  expect(reads()).toBe(before);
  await vi.advanceTimersByTimeAsync(saveAfterMs);
  await settle();
  expect(reads()).toBe(before + 1);
  stop();
});

test('a fact changed elsewhere is read again until the studio is left', async () => {
  const stop = studio.follow();
  await settle();
  const before = shell.argsOf('Resumes.Get').length;
  shell.emit('career:changed', { id: '', seq: 1 });
  shell.emit('resume:changed', { id: 'another', seq: 2 });
  await settle();
  expect(shell.argsOf('Resumes.Get')).toHaveLength(before + 1);
  stop();
  shell.emit('career:changed', { id: '', seq: 3 });
  await settle();
  expect(shell.argsOf('Resumes.Get')).toHaveLength(before + 1);
});
