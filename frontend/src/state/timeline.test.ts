import { expect, test } from 'vitest';
import { timed } from './timeline';

test('of each name the last one stays on the timeline, from its moment on', () => {
  for (const since of [1, 2]) timed('page', since, { pages: 2, drawn: 1, compileMs: 3, drawMs: 4 });
  timed('pdf', 3);
  expect(performance.getEntriesByType('measure')).toMatchObject([
    { name: 'page', startTime: 2, detail: { pages: 2, drawn: 1 } },
    { name: 'pdf', startTime: 3 },
  ]);
});
