import { expect, test } from 'vitest';
import { nodeAssets } from './nodeAssets';
import { sample } from './sample';
import { templates } from './templates';
import { Typesetter } from './typesetter';

test.each(templates.map(({ id }) => id))('%s gives the same bytes for the same job', async (template) => {
  const source = new TextEncoder().encode('{"basics":{}}');
  const bytes = async () =>
    (await Typesetter.start(nodeAssets())).pdf({ document: sample({ template }) }, source);
  expect(Buffer.compare(await bytes(), await bytes())).toBe(0);
});
