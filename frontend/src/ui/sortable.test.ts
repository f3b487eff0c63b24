import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet, tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { m } from '../i18n/messages';
import Sortable from './Sortable.svelte';

interface Item {
  id: string;
}

const many = (count: number): Item[] => Array.from({ length: count }, (_, i) => ({ id: `r${i}` }));
const row = createRawSnippet<[Item]>((item) => ({ render: () => `<a href="#${item().id}">${item().id}</a>` }));
const ids = () => screen.getAllByRole('listitem').map((li) => li.dataset.id);

function list(items: Item[], more: { onmove?: () => unknown; wanted?: (item: Item) => boolean } = {}) {
  const props = { items, label: 'Lines', nameOf: ({ id }: Item) => id, row, onmove: vi.fn(), ...more };
  return { ...render(Sortable<Item>, props), props };
}

describe('a long list', () => {
  test('shows a part, and more when asked for, where the focus then is', async () => {
    list(many(130));
    expect(ids()).toHaveLength(40);
    await userEvent.click(screen.getByRole('button', { name: m['ui.showLaterOf']({ count: 40, name: 'Lines' }) }));
    expect(ids()).toHaveLength(80);
    expect(document.activeElement?.textContent).toBe('r40');
    await userEvent.click(screen.getByRole('button', { name: m['ui.showLaterOf']({ count: 50, name: 'Lines' }) }));
    expect(ids()).toHaveLength(130); // ten more would not be worth another press
    expect(screen.queryByRole('button', { name: /Lines/ })).toBeNull();
  });

  test('shows what is wanted without what lies between', async () => {
    const { rerender } = list(many(10_000), { wanted: ({ id }) => id === 'r7010' });
    expect(ids()[0]).toBe('r7000');
    expect(ids()).toHaveLength(40);
    await userEvent.click(screen.getByRole('button', { name: m['ui.showEarlierOf']({ count: 40, name: 'Lines' }) }));
    expect(document.activeElement?.textContent).toBe('r6999');
    expect(ids()[0]).toBe('r6960');
    await rerender({ wanted: ({ id }: Item) => id === 'r3' });
    expect(ids()[0]).toBe('r0');
  });

  test('lets its last row go beyond what is shown, and follows it', async () => {
    const items = many(100);
    const onmove = vi.fn(async () => {
      await rerender({ items: [...items.slice(0, 39), items[40]!, items[39]!, ...items.slice(41)] });
    });
    const { rerender } = list(items, { onmove });
    screen.getByRole('link', { name: 'r39' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(onmove).toHaveBeenCalledWith('r39', 'r41');
    await tick();
    expect(document.activeElement?.textContent).toBe('r39');
    expect(screen.getByText(m['ui.isAt']({ name: 'r39', at: 41, of: 100 }))).toBeTruthy();
  });
});
