import type { Comparison } from '../../api/rehearsals';
import { formatDuration } from '../../domain/durations';
import type { MessageKey } from '../../i18n/messages';
import { locale, m, say } from '../../i18n/messages';

type MeasureChange = Comparison['measures'][number];

/** What a measure is called where an answer is looked at by itself. */
const names: Record<string, MessageKey> = {
  lengthMs: 'delivery.length',
  firstWordMs: 'delivery.firstWord',
  longestPauseMs: 'delivery.longest',
  longPauses: 'delivery.long',
  words: 'delivery.words',
  paceWpm: 'delivery.pace',
  fillersPer100: 'attempt.fillers',
  hedgesPer100: 'attempt.hedges',
  repeatsPer100: 'attempt.repeats',
  i: 'attempt.i',
  we: 'attempt.we',
  terms: 'attempt.terms',
};

export function measureName(measure: string): string {
  const key = names[measure];
  return key ? say(key) : measure;
}

/** The figure with its unit. */
export function measureValue(measure: string, value: number): string {
  return measure === 'lengthMs' ? formatDuration(value) : withUnit(measure, figure(measure, value, 'auto'));
}

/** How much more or less the second has, with its sign; empty if what is shown is the same. */
export function measureChange({ measure, first, second }: MeasureChange): string {
  if (measureValue(measure, first) === measureValue(measure, second)) return '';
  const sign = measure === 'lengthMs' ? 'longestPauseMs' : measure; // a length differs by seconds
  return withUnit(sign, figure(sign, second - first, 'exceptZero'));
}

function figure(measure: string, value: number, signDisplay: 'auto' | 'exceptZero'): string {
  const seconds = measure.endsWith('Ms');
  const digits = seconds || measure.endsWith('100') ? 1 : 0;
  return new Intl.NumberFormat(locale(), { signDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    seconds ? value / 1000 : value,
  );
}

function withUnit(measure: string, n: string): string {
  if (measure.endsWith('Ms')) return m['delivery.seconds']({ n });
  return measure === 'paceWpm' ? m['delivery.wpm']({ n }) : n;
}
