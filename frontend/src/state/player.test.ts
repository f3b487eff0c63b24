import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settle } from '../testkit/shell';
import { Player, type Shapes } from './player.svelte';

/** A WAV of this much loudness: 44 bytes of header, then 90 samples. */
const wav = (loud: number) => new Blob([new Uint8Array(44), new Int16Array(90).fill(loud)]);
const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  fetched.mockReset().mockImplementation(async () => new Response(wav(1000)));
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:sound');
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('nothing is fetched before somebody looks', () => {
  new Player('a', 1000);
  expect(fetched).not.toHaveBeenCalled();
});

test('looking draws the shape, and playing then fetches nothing more', async () => {
  const player = new Player('a', 1000);
  await Promise.all([player.draw(), player.toggle()]);
  expect(player.bars).toHaveLength(90);
  await player.toggle();
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('what was looked at before is drawn from memory', async () => {
  const shapes: Shapes = {};
  await new Player('a', 1000, shapes).draw();
  const again = new Player('a', 1000, shapes);
  await again.draw();
  expect(again.bars).toHaveLength(90);
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a recording that is gone is told only to somebody who wants to hear it, and asked for again', async () => {
  fetched.mockImplementation(async () => new Response('', { status: 404 }));
  const player = new Player('a', 1000);
  await player.draw();
  expect(player.trouble).toBeUndefined();
  await player.toggle();
  expect(player.trouble?.key).toBe('recording.gone');
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('sound that arrives after the player was closed is dropped', async () => {
  let arrive: (response: Response) => void = () => {};
  fetched.mockImplementation(() => new Promise((resolve) => (arrive = resolve)));
  const player = new Player('a', 1000);
  const drawn = player.draw();
  player.close();
  expect(fetched.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  arrive(new Response(wav(1000)));
  await drawn;
  await settle();
  expect([player.bars, player.trouble]).toEqual([[], undefined]);
  expect(URL.createObjectURL).not.toHaveBeenCalled();
});
