import { describe, expect, test } from 'vitest';
import { firstFraming, largestZoom, partOf, shifted, zoomed } from './crop';
import { fits, found, numbered, owners, textsOf } from './facts';
import { droppedAmong, grouped, moved, stepsTo } from './order';

const fact = (id: string, text = id) => ({ id, text });
const held = (id: string, ...facts: string[]) => ({ id, highlights: facts.map((text) => fact(text)) });

const ledger = {
  basics: { name: 'Mara' },
  work: [
    { ...held('a1', 'one'), name: 'A' },
    { ...held('b', 'two'), name: 'B' },
    { ...held('a2', 'three'), name: 'a' },
  ],
  projects: [held('p', 'cut **falls** at night')],
  volunteer: [held('v')],
  custom: [{ id: 'c', heading: 'Patents', items: [held('i', 'latch'), held('j', 'hinge')] }],
  skills: [{ id: 's', name: 'Triage', keywords: ['Manchester scale'], extra: { hidden: 'zeppelin' } }],
};

describe('facts', () => {
  test('are counted as they are shown, through all that hold them', () => {
    expect(owners(ledger).map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'p', 'v', 'i', 'j']);
    expect([...numbered(ledger)].slice(0, 4)).toEqual([['one', 1], ['three', 2], ['two', 3], ['cut **falls** at night', 4]]);
  });
  test('are read without marks, ids and what only programs know', () => {
    expect(textsOf(ledger.skills)).toEqual(['Triage', 'Manchester scale']);
    expect(fits(ledger.skills[0]!, 'manchester triage')).toBe(true);
    expect(fits(ledger.skills[0]!, 'zeppelin')).toBe(false);
  });
});

describe('a search', () => {
  const shown = (query: string) => {
    const { custom, ...lists } = found(ledger, query);
    const items = Object.values(lists).filter(Array.isArray).flat() as { id: string }[];
    return [...items, ...custom.flatMap((section) => section.items)].map(({ id }) => id);
  };
  test.each([
    ['', ['a1', 'b', 'a2', 'p', 'v', 's', 'i', 'j']],
    ['cut falls', ['p']],
    ['scale', ['s']],
    ['patents', ['i', 'j']],
    ['patents latch', ['i']],
    ['welding', []],
  ])('for %j shows %j', (query, ids) => expect(shown(query)).toEqual(ids));
});

describe('dropping', () => {
  const all = [['a1', 'A'], ['b1', 'B'], ['a2', 'A'], ['c1', 'C']].map(([id = '', name = '']) => ({ id, name }));
  const groups = grouped(all);
  test.each([
    ['a2', 'a1', 'a2,a1,b1,c1'],
    ['a1', 'b1', 'a2,a1,b1,c1'],
    ['a1', 'c1', 'b1,a1,a2,c1'],
    ['a1', '', 'b1,c1,a1,a2'],
    ['c1', 'a1', 'c1,a1,a2,b1'],
    ['c1', 'a2', 'a1,a2,c1,b1'],
    ['b1', '', 'a1,a2,c1,b1'],
    ['b1', 'c1', 'a1,a2,b1,c1'],
    ['nobody', '', 'a1,a2,b1,c1'],
  ])('%s before %j gives %s', (id, before, order) => {
    const wanted = droppedAmong(groups, { id, before });
    expect(wanted.join()).toBe(order);
    const after = stepsTo(all.map((one) => one.id), wanted).reduce((list, step) => moved(list, step), all);
    expect(grouped(after).flatMap(({ items }) => items.map((one) => one.id)).join()).toBe(order);
  });

  test.each([
    ['abcd', 'bcda', 1],
    ['abcd', 'dabc', 1],
    ['abcd', 'abcd', 0],
    ['abcd', 'dcba', 3],
  ])('%s becomes %s in %d moves', (from, to, count) => {
    const steps = stepsTo([...from], [...to]);
    expect(steps).toHaveLength(count);
    expect(steps.reduce((list, step) => moved(list, step), [...from].map((id) => ({ id }))).map(({ id }) => id).join('')).toBe(to);
  });
});

describe('a frame', () => {
  const wide = { width: 400, height: 200 };
  test('holds as much of the picture as its shape lets it', () => {
    expect(partOf(wide, 1, firstFraming)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
    expect(partOf({ width: 200, height: 400 }, 1, { x: 0.5, y: 0, zoom: 2 })).toEqual({ x: 0.25, y: 0, width: 0.5, height: 0.25 });
  });
  test('never leaves the picture, and comes back at once', () => {
    const far = shifted(wide, 1, firstFraming, 50, -50);
    expect(partOf(wide, 1, far)).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 });
    expect(partOf(wide, 1, shifted(wide, 1, far, -0.5, 0)).x).toBeCloseTo(0.25);
  });
  test('has limits to what it enlarges', () => {
    expect(zoomed(wide, 1, firstFraming, 99).zoom).toBe(largestZoom);
    const near = zoomed(wide, 1, { x: 0.75, y: 0.5, zoom: 2 }, 0.2);
    expect(near.zoom).toBe(1);
    expect(partOf(wide, 1, near).x).toBeCloseTo(0.5);
  });
});
