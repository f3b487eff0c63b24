import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import Controls from '../testkit/Controls.svelte';
import Overlays from '../testkit/Overlays.svelte';
import Button from './Button.svelte';
import CommandPalette from './CommandPalette.svelte';
import RangeMeter from './RangeMeter.svelte';
import RubricRow from './RubricRow.svelte';
import Scrubber from './Scrubber.svelte';
import Splitter from './Splitter.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const values = () => JSON.parse(screen.getByRole('status', { name: '' }).textContent ?? '{}') as Record<string, unknown>;

describe('a button', () => {
  test('that is busy keeps its name, says what it does and cannot be pressed', async () => {
    const onclick = vi.fn();
    render(Button, { busy: 'Unlocking', onclick, children: words('Unlock') });
    const button = screen.getByRole<HTMLButtonElement>('button');
    expect(button.disabled).toBe(true);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(screen.getByText('Unlocking')).toBeTruthy();
    await userEvent.click(button);
    expect(onclick).not.toHaveBeenCalled();
  });
  test('does not send a form unless told to', () => {
    render(Button, { children: words('Show') });
    expect(screen.getByRole('button').getAttribute('type')).toBe('button');
  });
});

describe('a field', () => {
  test('names its control and describes it by the hint', () => {
    render(Controls);
    const input = screen.getByLabelText('Role');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe('As on the badge');
    expect(input.getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByLabelText('Notes').hasAttribute('required')).toBe(true);
  });
  test('replaces the hint by the error', () => {
    render(Controls, { error: 'November has 30 days.' });
    const input = screen.getByLabelText('Role');
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe('November has 30 days.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByText('As on the badge')).toBeNull();
  });
});

test('controls take what is typed and chosen', async () => {
  const user = userEvent.setup();
  render(Controls);
  await user.type(screen.getByLabelText('Role'), 'er');
  await user.type(screen.getByLabelText('Notes'), 'two');
  await user.selectOptions(screen.getByLabelText('Month'), 'b');
  await user.click(screen.getAllByRole('radio', { name: 'Second' })[0] as HTMLElement);
  await user.click(screen.getAllByRole('radio', { name: /Second/ })[1] as HTMLElement);
  await user.click(screen.getByRole('switch', { name: 'Sound' }));
  expect(values()).toEqual({ role: 'Leader', notes: 'two', month: 'b', view: 'b', way: 'b', on: true });
});

describe('a dialog', () => {
  test('starts on the safe choice, closes by Esc and gives the focus back', async () => {
    const user = userEvent.setup();
    const ran = vi.fn();
    render(Overlays, { ran });
    const opener = screen.getByRole('button', { name: 'Remove…' });
    await user.click(opener);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Keep'));
    expect(screen.getByRole('dialog').getAttribute('aria-labelledby')).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(ran).toHaveBeenCalledWith('closed');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});

describe('a menu', () => {
  test('opens by keyboard and runs what is chosen', async () => {
    const user = userEvent.setup();
    const ran = vi.fn();
    render(Overlays, { ran });
    screen.getByRole('button', { name: 'More' }).focus();
    await user.keyboard('{Enter}');
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => item.textContent?.trim())).toEqual(['Rename', 'Copy', 'Delete']);
    expect(items[1]?.getAttribute('aria-disabled')).toBe('true');
    await user.click(items[2] as HTMLElement);
    await waitFor(() => expect(ran).toHaveBeenCalledWith('delete'));
  });
});

test('arrows go through a list', async () => {
  const user = userEvent.setup();
  const ran = vi.fn();
  render(Overlays, { ran });
  screen.getByRole('button', { name: 'One' }).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Two' }));
  await user.keyboard('{End}{Enter}');
  expect(ran).toHaveBeenCalledWith('three');
  await user.keyboard('{Home}{Enter}');
  expect(ran).toHaveBeenCalledWith('one');
});

describe('a scrubber', () => {
  const setup = () => {
    const onseek = vi.fn();
    const ontoggle = vi.fn();
    render(Scrubber, { atMs: 47_000, totalMs: 138_000, playing: false, label: 'Answer 3', onseek, ontoggle });
    const slider = screen.getByRole('slider', { name: 'Answer 3' });
    slider.focus();
    return { slider, onseek, ontoggle, user: userEvent.setup() };
  };
  test('says where it is', () => {
    expect(setup().slider.getAttribute('aria-valuetext')).toBe('0:47 / 2:18');
  });
  test.each([
    ['{ArrowLeft}', 42_000],
    ['{ArrowRight}', 52_000],
    ['{Home}', 0],
    ['{End}', 138_000],
  ])('goes by %s', async (key, to) => {
    const { user, onseek } = setup();
    await user.keyboard(key);
    expect(onseek).toHaveBeenCalledWith(to);
  });
  test('plays by K', async () => {
    const { user, ontoggle } = setup();
    await user.keyboard('k');
    expect(ontoggle).toHaveBeenCalledOnce();
  });
});

test('a splitter moves by arrows and stops at its ends', async () => {
  const user = userEvent.setup();
  render(Splitter, { label: 'List and work', width: 230, min: 200, max: 240 });
  const handle = screen.getByRole('separator');
  handle.focus();
  await user.keyboard('{ArrowRight}');
  expect(handle.getAttribute('aria-valuenow')).toBe('240');
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(handle.getAttribute('aria-valuenow')).toBe('200');
});

test('a rubric row opens to all five anchors and marks the level', async () => {
  render(RubricRow, { name: 'Result', level: 2, anchors: ['One', 'Two', 'Three', 'Four', 'Five'] });
  expect(screen.getByRole('img', { name: '2 out of 5' })).toBeTruthy();
  expect(screen.queryByRole('listitem')).toBeNull();
  await userEvent.click(screen.getByRole('button', { expanded: false }));
  const anchors = screen.getAllByRole('listitem');
  expect(anchors).toHaveLength(5);
  expect(anchors.findIndex((anchor) => anchor.getAttribute('aria-current') === 'true')).toBe(1);
});

test.each([
  [56, false],
  [80, true],
])('a range meter shows %d outside: %s', (value, outside) => {
  const { container } = render(RangeMeter, { label: 'Pace', value, min: 0, max: 100, from: 30, to: 68 });
  expect(container.querySelector('.at')?.classList.contains('outside')).toBe(outside);
});

describe('the palette', () => {
  const icon = (() => ({})) as never;
  const item = (id: string, run = () => {}) => ({ id, label: id, icon, run });

  test('goes through its lines by arrows and runs one by Enter', async () => {
    const user = userEvent.setup();
    const run = vi.fn();
    const onclose = vi.fn();
    render(CommandPalette, {
      open: true,
      query: '',
      groups: [{ label: 'Jump to', items: [item('Today'), item('Ledger', run)] }, { label: 'Do', items: [] }],
      onquery: vi.fn(),
      onclose,
    });
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    expect(screen.queryByText('Do')).toBeNull();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('option', { name: 'Ledger' }).getAttribute('aria-selected')).toBe('true'));
    await user.keyboard('{Enter}');
    expect(run).toHaveBeenCalledOnce();
    expect(onclose).toHaveBeenCalled();
  });
  test('shows what was typed and hands on what is typed', async () => {
    const user = userEvent.setup();
    const onquery = vi.fn();
    render(CommandPalette, { open: true, query: 'cor', groups: [], onquery, onclose: vi.fn() });
    const input = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Search or jump to' });
    expect(input.value).toBe('cor');
    await user.type(input, 'v');
    expect(onquery).toHaveBeenCalledWith('corv');
  });
  test('says when nothing was found', async () => {
    render(CommandPalette, { open: true, query: 'zz', groups: [], onquery: vi.fn(), onclose: vi.fn() });
    expect((await screen.findByText(/Nothing here by that name/)).getAttribute('role')).toBe('status');
  });
});
