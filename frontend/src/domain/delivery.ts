// The figures of an answer's delivery, in the order they are shown: which there are, and
// what each is a figure of. Putting them into words is for who shows them.

/** What is known of one answer's sound and words; what isn't known is absent. */
export interface DeliveryFacts {
  sound?: {
    recordedMs: number;
    speakingMs: number;
    timeToFirstWordMs?: number | null;
    pauses?: { count: number; longestMs?: number | null; long: readonly unknown[] } | null;
  } | null;
  speech?: { firstWordMs?: number | null; articulationRateWpm?: number | null; meanRunWords?: number | null } | null;
  language?: {
    words: number;
    speechRateWpm?: number | null;
    filledPauses?: Counted | null;
    discourseFillers?: Counted | null;
    hedges?: Counted | null;
    repeats?: Counted | null;
    firstPerson?: { i: number; we: number } | null;
  } | null;
}

interface Counted {
  total: number;
  perMinute?: number | null;
}

/** The range a metric typically has, by the metric's name on the Go side (delivery.Bands). */
export type Bands = Record<string, { low: number; high: number; source: string }>;

/** What a figure counts: time as minutes or as seconds (both in milliseconds), how many, or how fast. */
type FigureKind = 'duration' | 'seconds' | 'count' | 'wpm' | 'mean' | 'iWe';

/** The sentence that names a figure. */
export type FigureKey =
  | 'delivery.length'
  | 'delivery.firstWord'
  | 'delivery.speaking'
  | 'delivery.pauses'
  | 'delivery.longest'
  | 'delivery.long'
  | 'delivery.words'
  | 'delivery.pace'
  | 'delivery.articulation'
  | 'delivery.run'
  | 'delivery.fillers'
  | 'delivery.discourse'
  | 'delivery.hedges'
  | 'delivery.repeats'
  | 'delivery.person';

/** One figure. */
export interface Figure {
  key: FigureKey;
  kind: FigureKind;
  value: number;
  /** Of "I and we": how often we. */
  we?: number;
  /** How often in a minute of speaking, where that is known and has a typical range. */
  perMinute?: number;
  /** The typical range in the unit of value, or of perMinute where that is there, and where it comes from. */
  band?: Bands[string];
}

/** The figures of an answer. */
export function figuresOf(answer: DeliveryFacts, bands: Bands = {}): Figure[] {
  return [...ofSound(answer, bands), ...ofWords(answer, bands)];
}

function ofSound({ sound, speech }: DeliveryFacts, bands: Bands): Figure[] {
  if (!sound) return [];
  const out: Figure[] = [{ key: 'delivery.length', kind: 'duration', value: sound.recordedMs }];
  add(out, 'delivery.firstWord', 'seconds', speech?.firstWordMs ?? sound.timeToFirstWordMs);
  const typical = bands.speakingMs; // in seconds
  const band = typical && { ...typical, low: typical.low * 1000, high: typical.high * 1000 };
  out.push({ key: 'delivery.speaking', kind: 'duration', value: sound.speakingMs, ...(band && { band }) });
  add(out, 'delivery.pauses', 'count', sound.pauses?.count);
  add(out, 'delivery.longest', 'seconds', sound.pauses?.longestMs);
  add(out, 'delivery.long', 'count', sound.pauses?.long.length);
  return out;
}

// What isn't known of a language is absent.
function ofWords({ language, speech }: DeliveryFacts, bands: Bands): Figure[] {
  if (!language) return [];
  const { filledPauses: um, firstPerson } = language;
  const out: Figure[] = [{ key: 'delivery.words', kind: 'count', value: language.words }];
  add(out, 'delivery.pace', 'wpm', language.speechRateWpm, bands.speechRateWpm && { band: bands.speechRateWpm });
  add(out, 'delivery.articulation', 'wpm', speech?.articulationRateWpm);
  add(out, 'delivery.run', 'mean', speech?.meanRunWords);
  add(out, 'delivery.fillers', 'count', um?.total, um?.perMinute == null ? {} : { perMinute: um.perMinute, band: bands['filledPauses.perMinute'] });
  add(out, 'delivery.discourse', 'count', language.discourseFillers?.total);
  add(out, 'delivery.hedges', 'count', language.hedges?.total);
  add(out, 'delivery.repeats', 'count', language.repeats?.total);
  add(out, 'delivery.person', 'iWe', firstPerson?.i, { we: firstPerson?.we });
  return out;
}

function add(out: Figure[], key: FigureKey, kind: FigureKind, value: number | null | undefined, more: Partial<Figure> = {}): void {
  if (value != null) out.push({ key, kind, value, ...more });
}
