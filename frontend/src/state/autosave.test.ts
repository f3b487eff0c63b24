import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { envelope } from '../testkit/shell';
import { Autosave, complainAfterMs, saveAfterMs } from './autosave.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Note {
  text: string;
}

describe('what saves itself', () => {
  test('saves a moment after the first key, and again while the typing goes on', async () => {
    const save = vi.fn(async (note: Note) => note);
    const auto = new Autosave<Note>({ text: '' }, save);
    const type = async (text: string, ms: number) => {
      auto.value.text = text;
      auto.touch();
      await vi.advanceTimersByTimeAsync(ms);
    };
    await type('W', saveAfterMs - 1);
    expect(save).not.toHaveBeenCalled();
    expect(auto.status).toBe('waiting');
    await type('Wa', 1);
    expect(save.mock.calls).toEqual([[{ text: 'Wa' }]]);
    expect(auto.status).toBe('kept');
    await type('War', saveAfterMs / 2);
    await type('Ward', saveAfterMs / 2);
    expect(save.mock.calls.at(-1)).toEqual([{ text: 'Ward' }]);
    expect(save).toHaveBeenCalledTimes(2);
  });

  test('complains about a field only when the typing pauses, and stops once it is right', async () => {
    const auto = new Autosave<Note>({ text: '' }, async (note) => {
      if (note.text.length < 4) throw envelope('invalid', 'career.badDate', { field: 'text' });
      return note;
    });
    auto.value.text = '20';
    auto.touch();
    await vi.advanceTimersByTimeAsync(complainAfterMs - 1);
    expect([auto.status, auto.errorAt('text')]).toEqual(['waiting', '']);
    await vi.advanceTimersByTimeAsync(1);
    expect(auto.status).toBe('refused');
    expect(auto.errorAt('text')).toContain('not a date');
    auto.value.text = '2021';
    auto.touch();
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect([auto.status, auto.errorAt('text')]).toEqual(['kept', '']);
  });

  test('tells at once what has nothing to do with a field', async () => {
    const auto = new Autosave<Note>({ text: '' }, async () => {
      throw envelope('unavailable', 'store.diskFull');
    });
    auto.value.text = 'Ward';
    auto.touch();
    await vi.advanceTimersByTimeAsync(saveAfterMs);
    expect([auto.status, auto.trouble?.key]).toEqual(['refused', 'store.diskFull']);
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
