import { expect, test } from 'vitest';
import { fromJsonResume } from './fromJsonResume';
import { inputOf } from './input';
import { shown } from './shown';

test('a whole résumé is read', () => {
  const { document, warnings } = fromJsonResume({
    basics: {
      name: 'Ada',
      label: 'Engineer',
      email: 'a@b.example',
      location: { postalCode: 'LS1', city: 'Leeds', countryCode: 'GB' },
    },
    work: [
      { name: 'Acme', position: 'Lead', startDate: '2021-03', highlights: ['One'] },
      { name: 'Acme', position: 'Dev', startDate: '2019-01', endDate: '2021-02' },
    ],
    education: [{ institution: 'Uni', studyType: 'BSc', area: 'Physics', courses: ['Optics'] }],
  });
  expect(warnings).toEqual([]);
  const input = inputOf(shown(document));
  expect(input.head.contacts.map(({ text }) => text)).toEqual(['a@b.example', 'LS1 Leeds, GB']);
  expect(input.sections.map(({ key }) => key)).toEqual(['work', 'education']);
  expect(input.sections[0]!.entries.map(({ role, dates }) => [role, dates])).toEqual([
    ['first', 'Mar 2021 – present'],
    ['next', 'Jan 2019 – Feb 2021'],
  ]);
});

test('dates that are none are shown as written', () => {
  const { document, warnings } = fromJsonResume({
    work: [{ startDate: 'Sommer 2019', endDate: '2019-13' }],
    awards: [{ date: '2020-02-30' }],
  });
  expect(inputOf(document).sections.find(({ key }) => key === 'work')!.entries[0]!.dates).toBe(
    'Sommer 2019 – 2019-13',
  );
  expect(warnings).toHaveLength(3);
});

test.each([
  null,
  5,
  'x',
  [],
  { basics: [], work: 7, skills: 'Go', education: [null, 3, 'Uni', { courses: { a: 1 } }], meta: 'no' },
])('whatever is in the file, nothing throws: %j', (value) => {
  expect(() => inputOf(shown(fromJsonResume(value).document))).not.toThrow();
});

test('ten thousand lines are ten thousand lines', () => {
  const { document } = fromJsonResume({
    work: [{ highlights: Array.from({ length: 10_000 }, (_, i) => `Line ${i}`) }],
  });
  expect(inputOf(shown(document)).sections[0]!.entries[0]!.lines).toHaveLength(10_000);
});
