import { describe, expect, test } from 'vitest';
import { Portion } from './portion.svelte';

const shown = (portion: Portion) => [portion.from, portion.to];

describe('the part of a list on screen', () => {
  test('is all of it, if it is not long', () => {
    for (const length of [0, 1, 40, 59]) {
      const portion = new Portion(() => length);
      expect(shown(portion)).toEqual([0, length]);
      expect([portion.earlier, portion.later]).toEqual([0, 0]);
    }
  });

  test('grows at its end until all are there', () => {
    const portion = new Portion(() => 130);
    const ends = [portion.to];
    while (portion.later > 0) {
      portion.showLater();
      ends.push(portion.to);
    }
    expect(ends).toEqual([40, 80, 130]);
  });

  test('says how many would come', () => {
    const portion = new Portion(() => 75);
    expect(portion.later).toBe(35);
    portion.showLater();
    expect([...shown(portion), portion.later]).toEqual([0, 75, 0]);
  });

  test('reaches a row that is far away without those between', () => {
    const portion = new Portion(() => 10_000);
    portion.show(7_010);
    expect(shown(portion)).toEqual([7_000, 7_040]);
    portion.showEarlier();
    expect(shown(portion)).toEqual([6_960, 7_040]);
    portion.show(7_040);
    portion.show(6_959);
    expect(shown(portion)).toEqual([6_920, 7_080]);
    portion.show(7_000);
    expect(shown(portion)).toEqual([6_920, 7_080]);
    portion.show(0);
    expect(shown(portion)).toEqual([0, 40]);
    portion.show(9_999);
    expect(shown(portion)).toEqual([9_960, 10_000]);
  });

  test('is what is left of a list that got short', () => {
    let length = 10_000;
    const portion = new Portion(() => length);
    portion.show(5_000);
    length = 70;
    expect(portion.from).toBeLessThan(70);
    expect(portion.to).toBe(70);
    length = 3;
    expect(shown(portion)).toEqual([0, 3]);
    length = 0;
    expect(shown(portion)).toEqual([0, 0]);
  });
});
