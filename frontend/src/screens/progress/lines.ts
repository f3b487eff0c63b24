// Lines as the charts want them.
import type { LineView, Overview } from '../../api/progress';
import type { ChartLine } from '../../charts/geometry';
import { day, decimal } from '../../i18n/format';
import { contentLanguage, m } from '../../i18n/messages';
import { hrefOf } from '../../state/router.svelte';
import { basisOf, figure, levelOf, nameOf } from './words';

/** A line with a name, and its chart. */
export interface Named {
  id: string;
  name: string;
  lang?: string;
  line: LineView;
}

/** More lines can't be told apart by eye; a table shows the rest. */
const most = 6;

/** The competencies with the most points, as far as a chart can hold them. */
export function ofCompetencies(overview: Overview): Named[] {
  return overview.competencies.map(({ id, name, line }) => ({ id, name, lang: contentLanguage, line })).filter(drawable);
}

/** The criteria of the rubric, by levels or by the person's own ratings. */
export function ofCriteria(lines: Overview['criteria']): Named[] {
  return lines.map(({ criterion, line }) => ({ id: criterion, name: nameOf('criterion', criterion), line }));
}

/** As many as a chart can hold, those with the most points first. */
export function charted(all: readonly Named[]): Named[] {
  return [...all].sort((a, b) => b.line.points.length - a.line.points.length).slice(0, most);
}

/** Whether there is a line to draw: two points that may be joined or compared by eye. */
export function hasLine(all: readonly Named[]): boolean {
  return all.some(({ line }) => line.points.length > 1);
}

/** A line of levels or ratings, for a chart. */
export function levelsFor({ id, name, lang, line }: Named, now: Date): ChartLine {
  return chartOf({ id, name, lang }, line, (p) => ({
    last: levelOf(p),
    label: m['progress.point']({ name, day: day(p.at, now), value: levelOf(p), basis: basisOf(p) }),
  }));
}

/** A measure of delivery, for a chart. */
export function metricFor(metric: string, line: LineView, now: Date): ChartLine {
  const name = nameOf('metric', metric);
  return chartOf({ id: metric, name }, line, (p) => ({
    last: figure(metric, p.value),
    label: m['progress.point']({ name, day: day(p.at, now), value: figure(metric, p.value), basis: basisOf(p) }),
  }));
}

/** One sentence that says what a chart of levels shows. */
export function sentenceOf(title: string, lines: readonly Named[]): string {
  const parts = lines.flatMap(({ name, line }) => {
    const [first, last] = [line.points[0], line.points.at(-1)];
    return first && last ? [m['progress.fromTo']({ name, first: decimal(first.value), last: decimal(last.value) })] : [];
  });
  return `${title}: ${parts.join('; ')}`;
}

function chartOf(
  head: { id: string; name: string; lang?: string },
  line: LineView,
  say: (point: LineView['points'][number]) => { last: string; label: string },
): ChartLine {
  const newest = line.points.at(-1);
  return {
    ...head,
    last: newest ? say(newest).last : '',
    breaks: line.breaks.map((b) => b.before),
    points: line.points.map((p) => ({
      key: `${p.rehearsalId} ${p.at}`, at: p.at, value: p.value, low: p.low, high: p.high,
      label: say(p).label, href: hrefOf('rehearsals.report', { id: p.rehearsalId }),
    })),
  };
}

function drawable({ line }: Named): boolean {
  return line.points.length > 0;
}
