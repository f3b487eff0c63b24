import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { typesetter } from '../testTypesetter';
import { everyKind, inputOf } from '../testdata/reports';

test('look', async () => {
  const file = await (await typesetter()).report(inputOf(everyKind(), (process.env.LANGUAGE_OF as 'de') ?? 'en'));
  writeFileSync('/tmp/reportpdf-look.pdf', file.bytes);
  console.log(file.missing, file.bytes.length);
});
