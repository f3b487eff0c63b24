import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { appOfThisFile } from './fixtures/app';
import { audit } from './fixtures/audit';
import { answerTo, call, failAnswer } from './fixtures/calls';
import { say } from './fixtures/words';
import { FirstRun } from './pages/firstRun';
import { Shell } from './pages/shell';
import { Studio } from './pages/studio';

// The studio over the example's ledger: the page while typing, what is worded here, steps
// back, the files that leave, and what a reader gets of them.
const here = appOfThisFile();

const studio = () => new Studio(here.page);

test('a résumé of the example opens with its page', async ({}, info) => {
  test.slow();
  const first = new FirstRun(here.page);
  await first.bornOn('27', '3', '1975');
  await first.choice(say('first.beginExample')).check();
  await first.next.click();
  await expect(here.page.getByText(say('example.banner'))).toBeVisible({ timeout: 30_000 });
  await new Shell(here.page).open('nav.resumes');
  await expect(here.page.getByRole('list', { name: say('nav.resumes') })).toBeVisible();
  await audit(here.page, 'resumes', info);
  await here.page.getByRole('list', { name: say('nav.resumes') }).getByRole('link').first().click();
  await studio().drawn('Amara Keller');
  await audit(here.page, 'studio', info);
});

test('what is typed stands on the page, is worded here, and goes back by one step', async ({}, info) => {
  test.slow();
  await studio().section('section.work').click();
  await here.page.getByText('Senior staff nurse').first().click();
  await studio().line.click();
  await expect(studio().line).toHaveAttribute('lang', 'en');
  await here.page.keyboard.press('Control+A');
  // At one blow: where two seconds lie between two keys, on a slow computer, it would be two steps.
  await here.page.keyboard.insertText('Led nights on a ward of twenty-eight beds.');
  await studio().drawn('Led nights on a ward of twenty-eight beds.');
  await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  await audit(here.page, 'studio-section', info);
  await here.page.getByRole('button', { name: say('ledger.undo'), exact: true }).click();
  await expect(studio().paper).not.toContainText('Led nights on a ward', { timeout: 30_000 });
  await here.page.getByRole('button', { name: say('ledger.redo'), exact: true }).click();
  await studio().drawn('Led nights on a ward of twenty-eight beds.');
});

test('a résumé that can not be read again stays as it is on screen, and lets itself be typed into', async () => {
  const stop = await failAnswer(here.page, 'Resumes.Get');
  await studio().caretAt('end');
  await here.page.keyboard.type(' All');
  await expect(here.page.getByText(say('fault.unavailable'), { exact: true })).toBeVisible();
  await here.page.keyboard.type(' year.');
  await expect(studio().line).toHaveText('Led nights on a ward of twenty-eight beds. All year.');
  await stop();
  await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  await here.page.getByRole('button', { name: say('ledger.undo'), exact: true }).click();
  await expect(here.page.getByText(say('fault.unavailable'), { exact: true })).toBeHidden();
  await expect(studio().line).toHaveText('Led nights on a ward of twenty-eight beds.');
});

test('a word is put between two others, however long somebody thinks after the space', async () => {
  await studio().caretAt('start');
  for (const _ of 'Led nights') await here.page.keyboard.press('ArrowRight');
  await answerTo(here.page, 'Resumes.Reword', () => here.page.keyboard.type(' '));
  await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  await here.page.keyboard.insertText('gladly');
  await expect(studio().line).toContainText('Led nights gladly on a ward of twenty-eight beds.');
  await studio().drawn('Led nights gladly on a ward of twenty-eight beds.');
  await here.page.getByRole('button', { name: say('ledger.undo'), exact: true }).click();
  await expect(studio().line).toContainText('Led nights on a ward of twenty-eight beds.');
});

test('going back in the middle of a word saves it', async () => {
  await studio().caretAt('end');
  await here.page.keyboard.type(' Every ni');
  await here.page.goBack();
  await expect(studio().line).toBeHidden();
  await here.page.goForward();
  await studio().drawn('Every ni');
  await here.page.getByRole('button', { name: say('ledger.undo'), exact: true }).click();
  await expect(studio().paper).not.toContainText('Every ni', { timeout: 30_000 });
});

test('a line of the page leads to its field, which is marked on the page', async () => {
  const words = 'Cared for eight patients';
  await studio().section('section.education').click();
  await studio().paper.getByText(words).click();
  await expect(studio().lineOf(words)).toBeFocused();
  const [line, mark] = [await studio().paper.getByText(words).boundingBox(), await studio().mark.boundingBox()];
  expect(Math.abs(line!.y - mark!.y)).toBeLessThan(4);
  expect(Math.abs(line!.width - mark!.width)).toBeLessThan(line!.width / 4);
});

test('the PDF holds what the page shows', async () => {
  test.slow();
  const download = here.page.waitForEvent('download');
  await here.page.getByRole('button', { name: say('studio.export'), exact: true }).click();
  await here.page.getByRole('menuitem', { name: say('export.pdf'), exact: true }).click();
  const file = await (await download).path();
  expect(execFileSync('pdftotext', [file, '-']).toString()).toContain('Led nights on a ward of twenty-eight beds.');
  expect(execFileSync('pdfinfo', [file]).toString()).toMatch(/Tagged:\s+yes/);
});

test('what is printed looks like the PDF', async ({}, info) => {
  test.slow();
  await here.page.evaluate(() => {
    window.print = () => (document.documentElement.dataset.asked = 'print');
  });
  const menu = here.page.getByRole('button', { name: say('studio.export'), exact: true });
  const download = here.page.waitForEvent('download');
  await menu.click();
  await here.page.getByRole('menuitem', { name: say('export.pdf'), exact: true }).click();
  const saved = info.outputPath('saved.pdf');
  await (await download).saveAs(saved);
  await menu.click();
  await here.page.getByRole('menuitem', { name: say('export.print'), exact: true }).click();
  await expect(here.page.locator('html[data-asked=print]')).toBeAttached();
  const printed = info.outputPath('printed.pdf');
  await here.page.pdf({ path: printed, preferCSSPageSize: true });
  expect(execFileSync('pdfinfo', [printed]).toString()).toMatch(/Pages: +1\n[^]*Page size: +59[56][\d.]* x 84[12]/);
  for (const side of ['rows', 'columns'] as const) {
    const [one, other] = [profile(saved, side), profile(printed, side)];
    const apart = one.reduce((sum, ink, i) => sum + Math.abs(ink - other[i]!), 0);
    expect(apart / one.reduce((sum, ink) => sum + ink)).toBeLessThan(0.2);
  }
});

/** How much ink is in each of a hundred strips of the first page. */
function profile(pdf: string, side: 'rows' | 'columns'): number[] {
  const picture = execFileSync('pdftoppm', ['-gray', '-r', '150', '-singlefile', pdf], { maxBuffer: 1e7 }); // PGM: "P5 width height 255 "
  const [width = 0, height = 0] = picture.subarray(0, 20).toString('latin1').match(/\d{3,}/g)!.map(Number);
  const page = picture.subarray(picture.length - width * height);
  const strips = Array.from({ length: 100 }, () => 0);
  page.forEach((shade, i) => {
    const at = side === 'rows' ? Math.floor(i / width) / height : (i % width) / width;
    strips[Math.floor(at * 100)]! += 255 - shade;
  });
  return strips;
}

test('the design changes the page', async ({}, info) => {
  test.slow();
  await studio().pane('studio.design').click();
  await here.page.getByRole('radio', { name: new RegExp(`^${say('template.harbour.name')}`) }).check({ force: true });
  await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  await studio().drawn('Amara Keller');
  await audit(here.page, 'studio-design', info);
});

test('a version is kept and compared', async ({}, info) => {
  test.slow();
  await studio().pane('studio.versions').click();
  await here.page.getByRole('textbox', { name: say('versions.name'), exact: true }).fill('For the ward');
  await here.page.getByRole('button', { name: say('versions.save'), exact: true }).click();
  await expect(here.page.getByText('For the ward').first()).toBeVisible();
  await here.page.getByRole('button', { name: say('versions.compareOne', { name: 'For the ward' }), exact: true }).click();
  await expect(here.page.getByText(say('versions.same'), { exact: true })).toBeVisible();
  await audit(here.page, 'studio-versions', info);
});

test('a reader gets what the file holds', async ({}, info) => {
  test.slow();
  await studio().pane('studio.check').click();
  const name = here.page.getByRole('row').filter({ hasText: 'Amara Keller' }).first();
  await expect(name.getByText(say('checkState.same'), { exact: true })).toBeVisible({ timeout: 60_000 });
  await audit(here.page, 'studio-check', info);
  const line = 'Cared for eight patients';
  await here.page.getByRole('row').filter({ hasText: line }).first().getByRole('link').press('Enter');
  await expect(studio().lineOf(line)).toBeFocused();
});

test('a role of ten thousand lines can be worked on', async () => {
  test.slow();
  const lines = Array.from({ length: 10_000 }, (_, i) => ({ id: '', text: String.fromCodePoint(0x4e00 + i) }));
  await call(here.page, 'Career.SaveWork', {
    ...{ id: '', name: 'Long Company', position: 'Clerk', location: '', url: '', startDate: '1999', endDate: '2001' },
    ...{ current: false, summary: '', highlights: lines },
  });
  await studio().section('section.work').click();
  await here.page.getByText('Long Company').click();
  await expect(here.page.getByText(say('studio.linesUsed', { used: 10_000, all: 10_000 }), { exact: true })).toBeVisible();
  await studio().line.click();
  await here.page.keyboard.insertText('First ');
  await expect(here.page.getByText(say('saveStatus.kept'), { exact: true })).toBeVisible();
  await here.page.getByText(say('ui.showLater', { count: 40 }), { exact: true }).click();
  await expect(studio().lineOf(lines[40]!.text)).toBeFocused();
  expect(await here.page.getByRole('textbox').count()).toBeLessThan(100);
  await here.page.getByRole('button', { name: say('ledger.undo'), exact: true }).click();
  await call(here.page, 'Career.Undo');
  await expect(here.page.getByText('Long Company')).toBeHidden();
});

test('another résumé is opened from this one', async () => {
  const title = () => here.page.getByRole('heading', { level: 1 });
  const first = (await title().textContent())!;
  await new Shell(here.page).open('nav.resumes');
  await here.page.getByRole('button', { name: say('ledger.moreAbout', { title: first }), exact: true }).click();
  await here.page.getByRole('menuitem', { name: say('resumes.duplicate'), exact: true }).click();
  await expect(title()).toHaveText(say('resumes.copyOf', { name: first }));
  await studio().drawn('Amara Keller');
  await here.page.keyboard.press('Control+k');
  await here.page.getByPlaceholder(say('palette.placeholder')).fill(first);
  await here.page.getByRole('option', { name: first, exact: true }).click();
  await expect(title()).toHaveText(first);
  await studio().drawn('Amara Keller');
});
