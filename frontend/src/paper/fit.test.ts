import { expect, test } from 'vitest';
import type { Layout } from './document';
import { fit } from './fit';
import { documentOf } from './sample';

const document = documentOf('Ada', []);

/** Pages as a smooth function of the layout: one page where it is at most one. */
const pagesOf = (amount: number) => async (layout: Layout) =>
  Math.ceil(
    amount *
      (0.6 + 0.4 * (layout.spacing || 1)) *
      ((layout.fontSize || 10) / 10) ** 2 *
      (0.8 + 0.2 * ((layout.margin || 18) / 18)),
  );

test('what fits is left alone', async () => {
  expect(await fit(document, 1, pagesOf(0.9))).toMatchObject({
    fits: true,
    changes: [],
    layout: document.layout,
  });
});

test('gaps give way first, and no more than they must', async () => {
  const { changes, layout } = await fit(document, 1, pagesOf(1.1));
  expect(changes).toEqual([{ field: 'spacing', from: 1, to: 0.75 }]);
  expect(await pagesOf(1.1)({ ...layout, spacing: 0.8 })).toBe(2);
});

test('then the size of the text, and gaps are given back', async () => {
  const { changes } = await fit(document, 1, pagesOf(1.5));
  expect(changes.map(({ field }) => field)).toEqual(['spacing', 'fontSize']);
});

test('then the margins', async () => {
  const { fits, changes, pages } = await fit(document, 1, pagesOf(2));
  expect(fits).toBe(true);
  expect(pages).toBe(1);
  expect(changes.map(({ field }) => field)).toEqual(['spacing', 'fontSize', 'margin']);
});

test('or it says how far it gets', async () => {
  expect(await fit(document, 1, pagesOf(4))).toMatchObject({ fits: false, changes: [], pages: 4, least: 2 });
});

test('it asks a bounded number of times', async () => {
  let asked = 0;
  await fit(document, 1, (layout) => (asked++, pagesOf(2)(layout)));
  expect(asked).toBeLessThan(30);
});
