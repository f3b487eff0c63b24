import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { formatRange } from './dates';
import { wordsOf } from './words';

interface Vector {
  language: string;
  style: string;
  from: string;
  to: string;
  current: boolean;
  text: string;
}

const file = resolve(import.meta.dirname, '../../../internal/resume/testdata/dates.json');

test.each(JSON.parse(readFileSync(file, 'utf8')) as Vector[])(
  '$language $style $from $to: $text',
  (vector) => {
    const { language, style, from, to, current, text } = vector;
    expect(formatRange(from, to, current, style, wordsOf(language))).toBe(text);
  },
);
