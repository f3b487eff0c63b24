import { expect, test } from 'vitest';
import { inputOf } from './input';
import { block, contact, documentOf, entry, prose, sample } from './sample';
import { shown } from './shown';

test('marked text comes as spans, and only web addresses are live', () => {
  const input = inputOf(
    documentOf('Ada', [prose('summary', 'A **b** [c](https://x.example) [d](javascript:1)\n- e')]),
  );
  expect(input.sections[0]!.summary).toEqual([
    {
      kind: 'p',
      spans: [
        { text: 'A ' },
        { text: 'b', bold: true },
        { text: ' ' },
        { text: 'c', href: 'https://x.example' },
        { text: ' [d](javascript:1)' },
      ],
    },
    { kind: 'li', spans: [{ text: 'e' }] },
  ]);
});

test('roles at one employer are told apart, with the whole time at the first', () => {
  const work = inputOf(sample()).sections.find(({ key }) => key === 'work')!;
  expect(work.entries.map(({ role, dates, span }) => [role, dates, span])).toEqual([
    ['single', 'Mar 2021 – present', ''],
    ['first', 'Jun 2017 – Feb 2021', 'Jan 2015 – Feb 2021'],
    ['next', 'Jan 2015 – May 2017', ''],
  ]);
});

test('a role whose employer is hidden before it stands for itself', () => {
  const document = sample();
  document.sections[1]!.entries[1]!.hidden = true;
  const work = inputOf(shown(document)).sections.find(({ key }) => key === 'work')!;
  expect(work.entries.map(({ role }) => role)).toEqual(['single', 'single']);
});

test('titles are the language’s own, unless the person has one', () => {
  const document = documentOf('Ada', [
    prose('summary', 'x'),
    block('custom/1', 'entries', [entry({ title: 'y' })], 'My *own*'),
  ]);
  expect(inputOf({ ...document, language: 'de' }).sections.map(({ title }) => title)).toEqual([
    'Profil',
    'My own',
  ]);
});

test('addresses are short on paper and whole in their links', () => {
  const document = documentOf('Ada', []);
  document.head.contacts = [
    contact('url', 'https://www.example.org/', 'https://www.example.org/'),
    contact('profile', 'ada', 'https://git.example/ada', 'Git'),
    contact('email', 'a@b.example', 'mailto:a@b.example'),
    contact('url', 'file:///etc/passwd', 'file:///etc/passwd'),
  ];
  expect(inputOf(document).head.contacts.map(({ text, href }) => [text, href])).toEqual([
    ['example.org', 'https://www.example.org/'],
    ['Git: ada', 'https://git.example/ada'],
    ['a@b.example', 'mailto:a@b.example'],
    ['file:///etc/passwd', ''],
  ]);
});

test('numbers out of their limits are brought back into them', () => {
  const { style } = inputOf(
    documentOf('Ada', [], { fontSize: 99, margin: -3, spacing: Number.NaN, accent: 'red', font: 'none' }),
  );
  expect(style).toMatchObject({
    size: 13,
    margin: 8,
    spacing: 1,
    accent: '#2b4a94',
    font: ['Source Serif 4', 'Noto Serif'],
  });
});

test('sections go to the column the person or the template wants', () => {
  const document = sample({ template: 'harbour' });
  document.sections.find(({ key }) => key === 'languages')!.column = 'main';
  const columns = Object.fromEntries(inputOf(document).sections.map(({ key, column }) => [key, column]));
  expect(columns).toMatchObject({ work: 'main', skills: 'side', languages: 'main' });
});

test('what can’t be printed is dropped', () => {
  expect(inputOf(documentOf('A\u0000d\uD800a\n\tB\uFEFF', [])).head.name).toBe('Ada B');
});
