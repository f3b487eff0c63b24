// What a report tells, as far as it goes onto paper. The shapes are those of the Go
// package app (ReportView), declared by hand so that paper needs nothing of the
// application and also runs in Node.
import type { Bands, DeliveryFacts } from '../../domain/delivery';
import type { Stretch } from '../../domain/evidence';

/** A finished rehearsal. */
export interface ReportFacts {
  rehearsal: { answered: number; questions: number };
  personaName: string;
  /** The language of the rehearsal (BCP 47). */
  language: string;
  /** Who put the questions into it; absent where they are our own. */
  translatedBy?: Maker | null;
  /** The level of the whole, or why there is none. */
  whole: { level?: number | null; scored: number; answers: number; cause: string };
  rubric: RubricFacts;
  bands: Bands;
  questions: QuestionFacts[];
  /** Answers that are kept but can't be read. */
  unread: number;
}

/** A model that made something, and where it ran. */
interface Maker {
  model: string;
  provider: string;
}

/** What levels mean: of each criterion five sentences, lowest first. */
export interface RubricFacts {
  criteria: { id: string; name: string; anchors: string[] }[];
}

/** A question of the plan and what became of it. */
export interface QuestionFacts {
  words: string;
  competency: string;
  skipped: boolean;
  answers: AnswerFacts[];
}

/** One answer, to the question or to a follow-up. */
export interface AnswerFacts extends DeliveryFacts {
  /** What was asked. */
  words: string;
  /** 0 is the question itself. */
  probe: number;
  /** The model that worded it; absent where that was the plan. */
  worded?: Maker | null;
  mode: string;
  text: string;
  keyPoints: string;
  soundGone: boolean;
  unwritten: boolean;
  said?: { text: string; words: { text: string }[]; rough: boolean; by: string; model: string } | null;
  sound?: (NonNullable<DeliveryFacts['sound']> & { tooShort: boolean }) | null;
  language?: (NonNullable<DeliveryFacts['language']> & { mostUsed: { word: string; count: number }[] | null }) | null;
  speech?: (NonNullable<DeliveryFacts['speech']> & { hesitations: HesitationFacts[] }) | null;
  star?: Record<StarPart, { present: boolean; cues: { start: number; end: number; text: string }[] }> | null;
  terms: { term: string; covered: boolean }[];
  selfRating: { criterion: string; level: number }[];
  score?: ScoreFacts | null;
}

export type StarPart = 'situation' | 'task' | 'action' | 'result';

interface HesitationFacts {
  startMs: number;
  endMs: number;
  before?: { text: string } | null;
  after?: { text: string } | null;
}

/** What came of scoring an answer; evidence is in indexes of the words said. */
export interface ScoreFacts {
  criteria: CriterionFacts[];
  overall?: number | null;
  scored: number;
  runs: number;
  /** Why nothing was scored; else empty. */
  cause: string;
  model: string;
  provider: string;
  rubricVersion: string;
  promptVersion: string;
  /** The rubric it was made by; absent where that isn't known here. */
  rubric?: RubricFacts | null;
  advice: { evidence: Stretch; try: string; fact: string }[];
}

export interface CriterionFacts {
  id: string;
  status: string;
  level: number;
  low: number;
  high: number;
  capped: boolean;
  evidence: Stretch[];
  cause: string;
}
