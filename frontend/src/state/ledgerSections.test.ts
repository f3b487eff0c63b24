import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyLists } from '../testkit/ledger';
import { FakeShell, envelope, settle } from '../testkit/shell';
import { Announcer } from './announcer.svelte';
import { type Ledger, LedgerState, countFacts } from './ledger.svelte';
import { type Form, type FormKind, listOf, newKey } from './ledgerForm.svelte';
import { Portrait } from './portrait.svelte';
import { Toasts } from './toasts.svelte';

type Item = { id: string; highlights?: Item[]; items?: Item[] };

const period = { startDate: '', endDate: '', current: false };
const entry = (id: string, title: string) => ({ id, title, subtitle: '', location: '', url: '', ...period, summary: '', highlights: [] });
const basics = {
  name: 'Mara',
  label: '',
  email: '',
  phone: '',
  url: '',
  summary: '',
  location: { address: '', postalCode: '', city: '', region: '', countryCode: '' },
  profiles: [],
};

let held: Ledger;
let shell: FakeShell;
let toasts: Toasts;
let ledger: LedgerState;
let next: number;

/** Gives what has no id one, as the Go side does, all the way down. */
function named<T extends Item>(item: T, letter: string): T {
  const parts = {
    ...(item.highlights && { highlights: item.highlights.map((fact) => named(fact, 'f')) }),
    ...(item.items && { items: item.items.map((one) => named(one, 'i')) }),
  };
  return { ...item, ...parts, id: item.id || `${letter}${next++}` };
}

function save(part: keyof ReturnType<typeof emptyLists>) {
  return (item: Item) => {
    const kept = named(item, 'n');
    const all = held[part] as Item[];
    const known = all.some(({ id }) => id === kept.id);
    return (held = { ...held, [part]: known ? all.map((one) => (one.id === kept.id ? kept : one)) : [...all, kept] });
  };
}

beforeEach(async () => {
  next = 1;
  held = { basics, ...emptyLists(), custom: [{ id: 'c', heading: 'Patents', items: [entry('x', 'Latch'), entry('y', 'Hinge')] }] };
  shell = new FakeShell({
    Career: {
      Get: () => held,
      Steps: () => ({ canUndo: true, canRedo: false }),
      SaveWork: save('work'),
      SaveEducation: save('education'),
      SaveProject: save('projects'),
      SaveSkill: save('skills'),
      SaveLanguage: save('languages'),
      SaveCertificate: save('certificates'),
      SaveAward: save('awards'),
      SavePublication: save('publications'),
      SaveVolunteer: save('volunteer'),
      SaveReference: save('references'),
      SaveInterest: save('interests'),
      SaveCustom: save('custom'),
      SaveSection: save('sections'),
      Move: () => held,
      Remove: () => held,
      Adopt: () => (held = { ...held, sections: [] }),
      Undo: () => held,
    },
  });
  toasts = new Toasts();
  ledger = new LedgerState(toasts, new Announcer());
  await ledger.load();
});

async function open<K extends FormKind>(key: string, kind: K): Promise<Extract<Form, { kind: K }>> {
  await ledger.open(key);
  expect(ledger.form?.kind).toBe(kind);
  return ledger.form as Extract<Form, { kind: K }>;
}

describe('anything can be added', () => {
  test.each([
    ['work', 'position'],
    ['education', 'institution'],
    ['projects', 'name'],
    ['skills', 'name'],
    ['languages', 'language'],
    ['certificates', 'name'],
    ['awards', 'title'],
    ['publications', 'name'],
    ['volunteer', 'position'],
    ['references', 'name'],
    ['interests', 'name'],
    ['custom', 'heading'],
  ] as const)('%s', async (kind, field) => {
    const form = await open(newKey(kind), kind);
    Object.assign(form.auto.value, { [field]: 'Words' });
    await ledger.flush();
    expect(form.key).toBe('n1');
    expect(held[kind].at(-1)).toMatchObject({ id: 'n1', [field]: 'Words' });
    expect(listOf(form)).toBe(kind);
  });
  test('and is counted', () => {
    expect(countFacts(held)).toBe(2);
  });
});

describe('facts of whatever holds them', () => {
  test('are added to a project, and kept when its form is saved', async () => {
    const project = await open(newKey('projects'), 'projects');
    project.auto.value.name = 'Falls';
    await ledger.flush();
    const fact = await open(newKey('fact', 'n1'), 'fact');
    fact.auto.value.text = 'Cut them by 40%';
    await ledger.flush();
    project.auto.value.name = 'Falls register';
    await project.auto.flush();
    expect(held.projects[0]).toMatchObject({ name: 'Falls register', highlights: [{ text: 'Cut them by 40%' }] });
  });
  test('are added to an entry of a section of its own, moved and removed there', async () => {
    for (const text of ['first', 'second']) {
      const fact = await open(newKey('fact', 'x'), 'fact');
      fact.auto.value.text = text;
      await ledger.flush();
    }
    const texts = () => held.custom[0]!.items[0]!.highlights.map(({ text }) => text);
    const [, second] = held.custom[0]!.items[0]!.highlights;
    await ledger.step('fact', second!.id, -1);
    expect(texts()).toEqual(['second', 'first']);
    await ledger.remove('fact', second!.id, 'second');
    expect(texts()).toEqual(['first']);
  });
});

describe('a section of its own', () => {
  test('gets entries, which know where they lie', async () => {
    const form = await open(newKey('customItem', 'c'), 'customItem');
    form.auto.value.title = 'Knob';
    await ledger.flush();
    expect(held.custom[0]!.items.map(({ title }) => title)).toEqual(['Latch', 'Hinge', 'Knob']);
    expect(listOf(form)).toBe('custom/c');
    await ledger.move('custom/c', form.key, 'x');
    expect(shell.argsOf('Career.Move')).toEqual([['custom/c', form.key, 'x']]);
  });
  test('keeps its entries when its heading changes', async () => {
    const form = await open('c', 'custom');
    form.auto.value.heading = 'Inventions';
    await ledger.flush();
    expect(held.custom[0]).toMatchObject({ heading: 'Inventions', items: [{ id: 'x' }, { id: 'y' }] });
  });
  test('does not lose an entry without words: it is refused', async () => {
    const form = await open('x', 'customItem');
    form.auto.value.title = '';
    await ledger.flush();
    expect(form.auto.errorAt('title')).toContain('needs some words');
    expect(held.custom[0]!.items).toHaveLength(2);
  });
  test('names the field of an entry as its form does', async () => {
    const form = await open('y', 'customItem');
    shell = new FakeShell({
      Career: {
        Steps: () => ({ canUndo: false, canRedo: false }),
        SaveCustom: () => {
          throw envelope('invalid', 'career.badDate', { field: 'items[1].startDate' });
        },
      },
    });
    form.auto.value.startDate = '20';
    await ledger.flush();
    expect(form.auto.errorAt('startDate')).toContain('not a date');
  });
});

test('another role begins with what is known of the employer', async () => {
  const first = await open(newKey('work'), 'work');
  Object.assign(first.auto.value, { name: 'Northgate', location: 'Leeds', position: 'Nurse', summary: 'Nights' });
  await ledger.flush();
  const second = await open(newKey('work', first.key), 'work');
  expect(second.auto.value).toMatchObject({ id: '', name: 'Northgate', location: 'Leeds', position: '', summary: '' });
  expect(second.auto.unsaved).toBe(false);
});

test('a role dropped elsewhere asks for as few moves as there can be', async () => {
  const work = ['a', 'b', 'c'].map((id) => ({ id, name: id, position: '', location: '', url: '', ...period, summary: '', highlights: [] }));
  held = { ...held, work };
  await ledger.load();
  await ledger.move('work', 'a', '');
  expect(shell.argsOf('Career.Move')).toEqual([['work', 'a', '']]);
});

test('a kept section can be made into entries, and that taken back', async () => {
  held = { ...held, sections: [{ id: 's', kind: 'awards', heading: 'Prizes', lines: ['One'] }] };
  await ledger.load();
  await ledger.open('s');
  await ledger.adopt('s', 'done');
  expect(ledger.form).toBeUndefined();
  expect(toasts.items[0]?.text).toBe('done');
  toasts.items[0]?.action?.run();
  await settle();
  expect(shell.argsOf('Career.Undo')).toHaveLength(1);
});

test('what can be undone is known', () => {
  expect(ledger.steps).toEqual({ canUndo: true, canRedo: false });
});

describe('a picture', () => {
  const file = new File(['x'], 'me.png');
  let portrait: Portrait;
  beforeEach(() => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ token: 't' }));
    portrait = new Portrait(ledger);
    portrait.choose(file);
    portrait.show({ width: 400, height: 300 });
  });

  test('is cropped by keys and kept', async () => {
    portrait.setShape('square');
    for (let n = 0; n < 40; n++) portrait.press('ArrowLeft');
    expect(portrait.press('a')).toBe(false);
    shell = new FakeShell({
      Career: {
        Steps: () => ({ canUndo: true, canRedo: false }),
        SetPicture: () => ({ ...held, basics: { ...basics, picture: { id: 'p', width: 300, height: 300, description: '' } } }),
      },
    });
    await portrait.keep();
    expect(shell.argsOf('Career.SetPicture')).toEqual([['t', { x: 0, y: 0, width: 0.75, height: 1 }]]);
    expect([portrait.url, ledger.picture]).toEqual(['', '/local/pictures/p']);
  });
  test('that is refused stays to be seen, with the reason', async () => {
    shell = new FakeShell({
      Career: {
        SetPicture: () => {
          throw envelope('invalid', 'career.pictureTooLarge', { params: { limit: '50' } });
        },
      },
    });
    await portrait.keep();
    expect(portrait.url).toBe('blob:x');
    expect(portrait.trouble?.sentence).toContain('50 megapixels');
  });
  test('that the page cannot show is none', () => {
    portrait.refuse();
    expect(portrait.url).toBe('');
    expect(portrait.trouble?.key).toBe('career.pictureFormat');
  });
});
