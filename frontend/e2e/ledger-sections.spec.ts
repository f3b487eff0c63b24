import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit, wide } from './fixtures/audit';
import { Keys } from './fixtures/keys';
import { png } from './fixtures/png';
import { type Key, say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Ledger } from './pages/ledger';
import { Shell } from './pages/shell';

// Every section of the ledger: written by keyboard, put in order, taken back.
const here = appOfThisFile();
const keys = () => new Keys(here.page);
const ledger = () => new Ledger(here.page);
const button = (name: string) => here.page.getByRole('button', { name, exact: true });

/** What is added, what is written into it, and what the list then says. */
const kinds: { add: Key; write: [Key, string][]; shows: string }[] = [
  { add: 'ledger.addWork', write: [['field.position', 'Charge nurse'], ['field.employer', 'Northgate Hospital']], shows: 'Northgate Hospital' },
  { add: 'ledger.addEducation', write: [['field.institution', 'Leeds'], ['field.studyType', 'BSc'], ['field.area', 'Nursing']], shows: 'BSc, Nursing' },
  { add: 'ledger.addProject', write: [['field.project', 'Falls register'], ['field.entity', 'Northgate Hospital']], shows: 'Falls register' },
  { add: 'ledger.addSkill', write: [['field.skill', 'Triage']], shows: 'Triage' },
  { add: 'ledger.addLanguage', write: [['field.language', 'Polish'], ['field.fluency', 'B2']], shows: 'Polish' },
  { add: 'ledger.addCertificate', write: [['field.certificate', 'Advanced life support'], ['field.issuer', 'Resuscitation Council']], shows: 'Advanced life support' },
  { add: 'ledger.addAward', write: [['field.award', 'Nurse of the year'], ['field.awarder', 'The trust']], shows: 'Nurse of the year' },
  { add: 'ledger.addPublication', write: [['field.title', 'Fewer falls at night'], ['field.publisher', 'Ward Review']], shows: 'Fewer falls at night' },
  { add: 'ledger.addVolunteer', write: [['field.volunteerRole', 'First aider'], ['field.organization', 'Harbour Run']], shows: 'First aider' },
  { add: 'ledger.addCustom', write: [['field.heading', 'Patents']], shows: 'Patents' },
  { add: 'ledger.addInterest', write: [['field.interest', 'Bees']], shows: 'Bees' },
  { add: 'ledger.addReference', write: [['field.referee', 'Ann Lee, matron']], shows: 'Ann Lee, matron' },
];

test('begins with a name', async () => {
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.next.click();
  await first.choosePassphrase();
  await first.button(say('recovery.later')).click();
  await first.button(say('first.skip')).click();
  await first.button(say('first.startEmpty')).click();
  await new Shell(here.page).open('nav.ledger');
  await keys().press(button(say('ledger.writeYourself')));
  await keys().write(ledger().field('field.name'), 'Mara Lindqvist');
  await ledger().saved();
  await expect(ledger().tool('ledger.undo')).toBeEnabled();
  await expect(ledger().tool('ledger.redo')).toBeDisabled();
});

test('adds one of each kind by keyboard', async () => {
  test.slow();
  for (const { add, write, shows } of kinds) {
    await ledger().add(add);
    for (const [field, text] of write) await keys().write(ledger().field(field), text);
    await ledger().saved();
    await expect(ledger().list).toContainText(shows);
  }
});

test('writes facts with marks, into a project and an entry of a section of its own', async () => {
  await keys().press(button(say('ledger.addFactTo', { job: 'Falls register' })));
  await expect(ledger().field('field.fact')).toBeFocused();
  await here.page.keyboard.type('Cut falls by ');
  await here.page.keyboard.press('Control+B');
  await here.page.keyboard.type('40%');
  await ledger().saved();
  await expect(ledger().facts('Falls register').locator('.bold')).toHaveText('40%');
  await keys().press(button(say('ledger.addEntryTo', { heading: 'Patents' })));
  await keys().write(ledger().field('field.title'), 'Bed rail latch');
  await ledger().saved();
  await keys().press(button(say('ledger.addFactTo', { job: 'Bed rail latch' })));
  await expect(ledger().field('field.fact')).toBeFocused();
  await here.page.keyboard.type('Granted in two countries');
  await ledger().saved();
  await expect(ledger().facts('Bed rail latch')).toContainText('Granted in two countries');
});

test('says at the field what cannot be kept, and keeps it on screen', async () => {
  await keys().press(ledger().list.getByRole('link', { name: /^Falls register/ }));
  await keys().tabTo(ledger().field('field.project'));
  await here.page.keyboard.press('Control+A');
  await here.page.keyboard.press('Delete');
  await expect(ledger().form.getByRole('alert')).toHaveText(say('career.projectNeedsName'));
  await expect(ledger().form.getByText(say('saveStatus.refused'))).toBeVisible();
  await here.page.keyboard.type('Register of falls');
  await ledger().saved();
  await expect(ledger().form.getByRole('alert')).toHaveCount(0);
});

test('adds another role at the same employer', async () => {
  await keys().press(button(say('ledger.addRoleAt', { employer: 'Northgate Hospital' })));
  await keys().write(ledger().field('field.position'), 'Staff nurse');
  await ledger().saved();
  await expect(ledger().field('field.employer')).toHaveValue('Northgate Hospital');
  await expect(ledger().list.getByRole('heading', { name: 'Northgate Hospital', exact: true })).toHaveCount(1);
});

test('puts things in order by keyboard and by pointer; Esc lets go', async () => {
  for (const skill of ['Handover', 'Rostering']) {
    await ledger().add('ledger.addSkill');
    await keys().write(ledger().field('field.skill'), skill);
    await ledger().saved();
  }
  await expect.poll(() => ledger().titles('section.skills')).toEqual(['Triage', 'Handover', 'Rostering']);
  await keys().tabTo(ledger().handle('Triage'));
  await here.page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => ledger().titles('section.skills')).toEqual(['Handover', 'Triage', 'Rostering']);
  await expect(ledger().handle('Triage')).toBeFocused();
  await expect(here.page.getByText(say('ui.isAt', { name: 'Triage', at: 2, of: 3 }))).toBeAttached();

  await lift('Rostering', 'Handover');
  await here.page.keyboard.press('Escape');
  await here.page.mouse.up();
  await expect(here.page.getByText(say('ui.stays', { name: 'Rostering' }))).toBeAttached();
  expect(await ledger().titles('section.skills')).toEqual(['Handover', 'Triage', 'Rostering']);

  await lift('Rostering', 'Handover');
  await here.page.mouse.up();
  await expect.poll(() => ledger().titles('section.skills')).toEqual(['Rostering', 'Handover', 'Triage']);
});

test('finds what stands in any section', async () => {
  const find = here.page.getByRole('searchbox', { name: say('ledger.find') });
  for (const [query, shows, hides] of [['two countries', 'Bed rail latch', 'Triage'], ['resuscitation', 'Advanced life support', 'Patents']]) {
    await find.fill(query!);
    await expect(ledger().list).toContainText(shows!);
    await expect(ledger().list).not.toContainText(hides!);
  }
  await find.fill('zeppelin');
  await expect(ledger().list.getByRole('status')).toHaveText(say('ledger.nothingFound'));
  await find.fill('');
});

test('makes entries of a kept section, which can be edited line by line before', async () => {
  await here.page.evaluate(async () => {
    const section = { id: '', kind: 'certificates', heading: 'Licences', lines: ['Drving licence'] };
    await fetch('/local/call/Career.SaveSection', { method: 'POST', body: JSON.stringify([section]) });
  });
  await keys().press(ledger().list.getByRole('link', { name: 'Licences', exact: true }));
  await keys().write(ledger().field('field.sectionLines'), 'Driving licence');
  await ledger().saved();
  await keys().press(ledger().form.getByRole('button', { name: say('adopt.certificates'), exact: true }));
  await expect.poll(() => ledger().titles('section.certificates')).toEqual(['Advanced life support', 'Driving licence']);
  await expect(ledger().list).not.toContainText('Licences');
});

test('crops a picture by keyboard', async ({}, info) => {
  test.slow();
  await keys().press(ledger().list.getByRole('link', { name: /^Mara Lindqvist/ }));
  const choose = ledger().form.locator('input[type="file"]');
  await choose.setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(ledger().form.getByRole('alert')).toHaveText(say('career.pictureFormat'));
  await choose.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png(400, 300) });
  const dialog = here.page.getByRole('dialog');
  const frame = dialog.getByRole('group', { name: say('picture.frame') });
  await keys().tabTo(frame);
  await here.page.keyboard.press('+');
  for (let step = 0; step < 30; step++) await here.page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('slider')).toHaveValue('1.1');
  await audit(here.page, 'ledger-crop', info, wide);
  await keys().press(dialog.getByRole('button', { name: say('picture.keep'), exact: true }));
  await expect(dialog).toBeHidden();
  const kept = ledger().form.getByRole('img');
  await expect(kept).toBeVisible();
  // The right edge of the picture is red, and the frame has the shape of a passport's.
  const seen = await kept.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    return { shape: canvas.width / canvas.height, red: pen.getImageData(canvas.width - 2, 5, 1, 1).data[0]! };
  });
  expect(seen.shape).toBeCloseTo(35 / 45, 1);
  expect(seen.red).toBeGreaterThan(245);
  await ledger().field('picture.description').scrollIntoViewIfNeeded();
  await audit(here.page, 'ledger-picture', info, wide);
  await keys().write(ledger().field('picture.description'), 'Portrait of Mara Lindqvist');
  await ledger().saved();
});

test('undoes after a restart of the program', async () => {
  test.slow();
  await here.app.quit();
  await here.app.start();
  await new Shell(here.page).unlock();
  await new Shell(here.page).open('nav.ledger');
  await expect(ledger().list.locator('img')).toBeVisible();
  await keys().press(ledger().list.getByRole('link', { name: /^Mara Lindqvist/ }));
  await expect(ledger().field('picture.description')).toHaveValue('Portrait of Mara Lindqvist');
  await keys().press(ledger().tool('ledger.undo'));
  await expect(ledger().field('picture.description')).toHaveValue('');
  await keys().press(ledger().tool('ledger.undo'));
  await expect(ledger().list.locator('img')).toHaveCount(0);
  await keys().press(ledger().tool('ledger.redo'));
  await expect(ledger().list.locator('img')).toBeVisible();
});

/** What to open for a look at each form. */
const forms: [string, string | RegExp][] = [
  ['basics', /^Mara Lindqvist/],
  ['job', /^Charge nurse/],
  ['education', /^BSc/],
  ['project', /^Register of falls/],
  ['skill', /^Triage/],
  ['language', /^Polish/],
  ['certificate', /^Advanced life support/],
  ['award', /^Nurse of the year/],
  ['publication', /^Fewer falls/],
  ['volunteer', /^First aider/],
  ['custom', 'Patents'],
  ['entry', /^Bed rail latch/],
  ['interest', /^Bees/],
  ['reference', /^Ann Lee/],
  ['fact', /Cut falls by/],
];

for (const [name, link] of forms) {
  test(`the form of the ${name} is sound`, async ({}, info) => {
    test.slow();
    await ledger().list.getByRole('link', { name: link }).first().click();
    await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
    await audit(here.page, `ledger-form-${name}`, info);
    await here.page.keyboard.press('Escape');
  });
}

/** Takes hold of the handle of one skill and goes above another. */
async function lift(name: string, above: string): Promise<void> {
  const [from, to] = await Promise.all([ledger().handle(name).boundingBox(), ledger().handle(above).boundingBox()]);
  await here.page.mouse.move(from!.x + 8, from!.y + 8);
  await here.page.mouse.down();
  await here.page.mouse.move(to!.x + 8, to!.y + 2, { steps: 4 });
  await expect(here.page.getByText(say('ui.landsAt', { name, at: 1, of: 3 }))).toBeAttached();
}
