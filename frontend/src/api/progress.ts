import * as bound from '../../wailsjs/go/app/Practice';
import type { app } from '../../wailsjs/go/models';
import { type Plain, call } from './call';

/** Everything there is to look back on, and what to do next. */
export type Overview = Plain<app.OverviewView>;
/** Points in the order of time, and where the line through them breaks. */
export type LineView = Plain<app.LineView>;
/** How a measure of delivery went. */
export type MetricLine = Plain<app.MetricLineView>;
/** An exercise, and why. */
export type Recommendation = Plain<app.RecommendationView>;
/** What a reason rests on. */
export type Fact = Plain<app.FactView>;

/** The look back over all rehearsals. */
export const progress = {
  get: () => call(() => bound.Get()),
};
