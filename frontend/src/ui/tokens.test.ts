import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The custom properties of the first rule after a selector. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf('{', css.indexOf(selector));
  const body = css.slice(start + 1, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim()]));
}

const light = block(':root {');
const darkBySystem = block(':root:not([data-theme="light"])');
const dark = { ...light, ...block(':root[data-theme="dark"]') };

/** Relative luminance of a hex colour (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

test('both copies of the dark theme are the same', () => {
  expect(Object.keys(darkBySystem).length).toBeGreaterThan(50);
  expect(block(':root[data-theme="dark"]')).toEqual(darkBySystem);
});

const surfaces = ['sidebar', 'canvas', 'raised', 'sunken', 'overlay', 'hover', 'active', 'selected'].map((s) => `surface-${s}`);

/** Text and what it may lie on: 4.5 to 1. */
const text: [string, string][] = [
  ...['text-primary', 'text-secondary'].flatMap((ink) => surfaces.map((on): [string, string] => [ink, on])),
  ...['sidebar', 'canvas', 'raised', 'sunken', 'overlay'].map((on): [string, string] => ['text-tertiary', `surface-${on}`]),
  ...['accent', 'positive', 'warning', 'danger'].map((tone): [string, string] => [`${tone}-text`, `${tone}-tint`]),
  ...['accent', 'warning', 'danger'].map((tone): [string, string] => [`${tone}-text`, 'surface-raised']),
  ['text-on-accent', 'accent-fill'],
  ['text-on-accent', 'accent-fill-hover'],
  ['text-on-danger', 'danger-fill'],
  ['text-inverse', 'surface-inverse'],
  ['text-primary', 'mark-strength'],
  ['text-primary', 'mark-sharpen'],
  ['text-primary', 'mark-active'],
];

/** Edges and shapes that mean something: 3 to 1. */
const shapes: [string, string][] = [
  ['line-control', 'surface-raised'],
  ['line-control', 'surface-canvas'],
  ['focus-ring-color', 'surface-canvas'],
  ['focus-ring-color', 'surface-raised'],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`series-${n}`, 'surface-raised']),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  test.each(text)('%s can be read on %s', (ink, on) => {
    expect(contrast(tokens[ink] ?? '', tokens[on] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)('%s can be seen on %s', (shape, on) => {
    expect(contrast(tokens[shape] ?? '', tokens[on] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
