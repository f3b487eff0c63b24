import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import LevelBars from './LevelBars.svelte';

describe('level bars', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    delete document.documentElement.dataset.motion;
  });

  const newest = () => (screen.getByRole('img').lastElementChild as HTMLElement).style.height;
  async function hear() {
    const { rerender } = render(LevelBars, { levels: [0.1], label: 'Level' });
    return async (level: number) => {
      await rerender({ levels: [0.1, level] });
      return newest();
    };
  }

  test('show each level as it comes', async () => {
    const next = await hear();
    expect([await next(0.2), await next(0.3)]).toEqual(['20%', '30%']);
  });

  test('step four times a second under reduced motion, to the newest level', async () => {
    document.documentElement.dataset.motion = 'reduced';
    const next = await hear();
    expect([await next(0.2), await next(0.3), await next(0.4)]).toEqual(['20%', '20%', '20%']);
    await vi.advanceTimersByTimeAsync(249);
    expect(newest()).toBe('20%');
    await vi.advanceTimersByTimeAsync(1);
    expect(newest()).toBe('40%');
    await vi.advanceTimersByTimeAsync(250);
    expect(await next(0.5)).toBe('50%');
  });
});

const sources = join(import.meta.dirname, '..');
const styled = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(svelte|css)$/.test(path));

/** A length of time that no setting shortens. */
const fixed = /\b(transition|animation)[\w-]*:[^;]*?(?<![\w.-])[\d.]+m?s\b[^;]*/g;
/** What runs for as long as work does: it is switched off as a whole. */
const endless = 'animation: run 1.6s var(--ease-out) infinite alternate';

test('everything that moves takes its time from the tokens, which reduced motion shortens', () => {
  const found = styled.flatMap((path) => readFileSync(join(sources, path), 'utf8').match(fixed) ?? []);
  expect(found).toEqual([endless]);
});
