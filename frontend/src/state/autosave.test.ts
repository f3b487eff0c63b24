import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { envelope } from '../testkit/shell';
import { Autosave, saveAfterMs } from './autosave.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Note {
  text: string;
}

describe('what saves itself', () => {
  test('waits for a pause and then saves once', async () => {
    const save = vi.fn(async (note: Note) => note);
    const auto = new Autosave<Note>({ text: '' }, save);
    for (const text of ['W', 'Wa', 'War', 'Ward']) {
      auto.value.text = text;
      auto.touch();
      await vi.advanceTimersByTimeAsync(saveAfterMs - 1);
    }
    expect(save).not.toHaveBeenCalled();
    expect(auto.status).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([[{ text: 'Ward' }]]);
    expect(auto.status).toBe('kept');
  });

  test('does not save what is as it was', async () => {
    const save = vi.fn(async (note: Note) => note);
    const auto = new Autosave<Note>({ text: 'Ward' }, save);
    auto.touch();
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    await auto.flush();
    expect(save).not.toHaveBeenCalled();
    expect(auto.status).toBe('kept');
  });

  test('leaves what is typed alone when the other side tidies it up', async () => {
    const auto = new Autosave<Note>({ text: '' }, async ({ text }) => ({ text: text.trim() }));
    auto.value.text = 'Ward ';
    await auto.flush();
    auto.take({ text: 'Ward' });
    expect(auto.value.text).toBe('Ward ');
    expect(auto.unsaved).toBe(false);
  });

  test('saves what was typed during a save as well', async () => {
    const sent: string[] = [];
    let answer = () => {};
    const auto = new Autosave<Note>({ text: '' }, (note) => {
      sent.push(note.text);
      return new Promise((resolve) => (answer = () => resolve(note)));
    });
    auto.value.text = 'one';
    const first = auto.flush();
    await Promise.resolve();
    auto.value.text = 'two';
    const second = auto.flush();
    answer();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    answer();
    await second;
    expect(sent).toEqual(['one', 'two']);
  });

  test('keeps refused words, says why at the field, and tries again', async () => {
    let refuse = true;
    const auto = new Autosave<Note>({ text: 'Ward' }, async (note) => {
      if (refuse) throw envelope('invalid', 'career.badDate', { field: 'text' });
      return note;
    });
    auto.value.text = '20';
    await auto.flush();
    expect(auto.status).toBe('refused');
    expect(auto.errorAt('text')).toContain('not a date');
    expect(auto.errorAt('other')).toBe('');
    expect(auto.value.text).toBe('20');
    refuse = false;
    await auto.flush();
    expect(auto.status).toBe('kept');
    expect(auto.errorAt('text')).toBe('');
  });

  test('takes a newer value from elsewhere, but never over unsaved words', async () => {
    const auto = new Autosave<Note>({ text: 'a' }, async (note) => note);
    auto.take({ text: 'b' });
    expect(auto.value.text).toBe('b');
    auto.value.text = 'mine';
    auto.take({ text: 'c' });
    expect(auto.value.text).toBe('mine');
  });
});
