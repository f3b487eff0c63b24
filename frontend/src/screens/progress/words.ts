// Progress in words: reasons and their facts, measures and what is usual, what changed.
import type { Fact, LineView, MetricLine, Recommendation } from '../../api/progress';
import { formatDuration } from '../../domain/durations';
import { day, decimal, percent } from '../../i18n/format';
import { type MessageKey, isMessageKey, locale, m, plural, say } from '../../i18n/messages';

type Point = LineView['points'][number];

/** The name of a criterion, or of a part of the story, or of a measure. */
export function nameOf(kind: 'criterion' | 'metric', id: string): string {
  const key = `progress.${kind}.${id}`;
  return isMessageKey(key) ? say(key) : id;
}

/** Why an exercise is recommended. */
export function reasonOf({ reason, about }: Recommendation): string {
  const key = `progress.reason.${reason}` as MessageKey;
  return say(key, { about: nameOf('criterion', about) });
}

/** A fact as a sentence. */
export function factOf(fact: Fact, now: Date): string {
  const facts: Record<string, () => string> = {
    noRehearsal: () => m['progress.fact.noRehearsal'](),
    posting: () => m['progress.fact.posting']({ name: fact.name || m['setup.untitled'](), words: listed(fact.words) }),
    noAnswer: () => m['progress.fact.noAnswer'](),
    lacking: () => m['progress.fact.lacking']({ count: fact.count, of: fact.of }),
    level: () => m['progress.fact.level']({ level: decimal(fact.value), day: day(fact.at, now), count: fact.count, of: fact.of }),
    others: () => m['progress.fact.others']({ low: decimal(fact.low), high: decimal(fact.high) }),
    lengths: () => m['progress.fact.lengths']({ count: fact.count, of: fact.of, low: whole(fact.low), high: whole(fact.high) }),
    newest: () => m['progress.fact.newest']({ n: whole(fact.value) }),
    last: () => m['progress.fact.last']({ day: day(fact.at, now) }),
    covered: () => m['progress.fact.covered']({ count: fact.count, of: fact.of }),
  };
  return facts[fact.kind]?.() ?? '';
}

/** How a measure's value is written, without and with its unit. */
export function figure(metric: string, value: number): string {
  if (metric === 'spokenLength') return formatDuration(value * 1000);
  if (metric === 'iShare') return percent(value / 100);
  return ['pace', 'typedLength'].includes(metric) ? whole(value) : decimal(value);
}

/** The unit of a measure; empty where the figure says it. */
export function unitOf(metric: string): string {
  return say(`progress.unit.${metric}` as MessageKey);
}

/** How the newest figure lies to what is usual for the person. */
export function trendOf(line: LineView): string {
  return say(`progress.trend.${line.trend}` as MessageKey);
}

/** The person's own usual range, and the one typical of interviews, where they are known. */
export function rangesOf({ metric, line, typical }: MetricLine): string[] {
  const range = (key: 'progress.usual' | 'progress.typical', low: number, high: number) =>
    m[key]({ low: figure(metric, low), high: figure(metric, high) });
  return [
    ...(line.band ? [range('progress.usual', line.band.low, line.band.high)] : []),
    ...(typical ? [range('progress.typical', typical.low, typical.high)] : []),
  ];
}

/** A level with how far its runs lay apart: "3.4", "3.4 (about 3.0 to 4.0)". */
export function levelOf(point: Point): string {
  const level = decimal(point.value);
  return point.low < point.high ? m['progress.spread']({ level, low: decimal(point.low), high: decimal(point.high) }) : level;
}

/** What a point was made with. */
export function basisOf(point: Point): string {
  const made = point.model
    ? [point.quick ? m['progress.quick']({ model: point.model }) : point.model, point.provider, m['progress.rubric']({ version: point.rubric }), point.prompt]
    : [point.mode ? say(`progress.mode.${point.mode}` as MessageKey) : '', point.recogniser.trim(), point.rubric ? m['progress.rubric']({ version: point.rubric }) : ''];
  return made.filter(Boolean).join(', ');
}

/** Where lines break and why, newest first, each said once. */
export function breaksOf(lines: readonly LineView[], now: Date): string[] {
  const found = lines.flatMap((line) =>
    line.breaks.map((b) => ({ at: line.points[b.before]?.at ?? '', changed: b.changed })),
  );
  found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const said = found.map(({ at, changed }) =>
    m['progress.break']({ day: day(at, now), what: listed(changed.map((part) => say(`progress.changed.${part}` as MessageKey))) }),
  );
  return [...new Set(said)];
}

/** "Practised in 3 of the last 6 weeks." A week without practice is simply not counted. */
export function weeksOf(practised: number, weeks: number): string {
  return weeks === 1 ? m['progress.thisWeek']() : m['progress.weeks']({ count: practised, of: weeks });
}

/** "Eight answers in three rehearsals": how much there is. */
export function amountOf(total: number): string {
  return plural(total, 'progress.rehearsalOne', 'progress.rehearsalMany');
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}

function whole(n: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(n);
}
