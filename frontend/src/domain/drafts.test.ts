import { expect, test } from 'vitest';
import { withDrafts } from './drafts';

const words = (field: string, text: string) => ({ field, text, worded: false, ledger: '' });
const document = {
  head: { label: words('basics/label', 'Nurse'), contacts: [{ kind: 'email', text: 'a@b.example' }] },
  sections: [{ entries: [{ id: '1', title: words('work/1/position', 'Lead'), lines: [{ ...words('work/1/highlights/2', 'Did it'), id: '2' }] }] }],
};

test('a draft stands where its field is', () => {
  const shown = withDrafts(document, new Map([['work/1/highlights/2', 'Did it well']]));
  expect(shown.sections[0]?.entries[0]?.lines[0]).toMatchObject({ text: 'Did it well', id: '2' });
});

test('what has no draft is the same object', () => {
  const shown = withDrafts(document, new Map([['basics/label', 'Matron']]));
  expect(shown.head.label.text).toBe('Matron');
  expect(shown.sections).toBe(document.sections);
  expect(shown.head.contacts).toBe(document.head.contacts);
});

test.each([[new Map()], [new Map([['basics/label', 'Nurse']])], [new Map([['gone', 'x']])]])(
  'nothing to change changes nothing',
  (drafts) => expect(withDrafts(document, drafts)).toBe(document),
);

test('a text without a field is nobody’s', () => {
  const unnamed = { title: words('', 'Own') };
  expect(withDrafts(unnamed, new Map([['', 'x']]))).toBe(unnamed);
});
