import { expect, test } from 'vitest';
import { type Chosen, type Occasion, type Partners, partnersOf } from './partners';

const all: Chosen = { coach: 'openrouter', scribe: 'elevenlabs', voice: 'elevenlabs', captions: false };
const usual: Occasion = { spoken: true, probed: true, unheard: false, voiced: true };
const nobody: Partners = { hears: '', writes: '', asks: '', speaks: '', offered: false };

test.each<[string, Partial<Occasion>, Partial<Chosen>, Partial<Partners>]>([
  ['everybody takes part in a spoken rehearsal', {}, {}, { writes: 'elevenlabs', asks: 'openrouter', speaks: 'elevenlabs', offered: true }],
  ['captions hear instead of writing down afterwards', {}, { captions: true }, { hears: 'elevenlabs', asks: 'openrouter', speaks: 'elevenlabs', offered: true }],
  ['captions alone let the built-in coach go by words', {}, { captions: true, coach: '' }, { hears: 'elevenlabs', offered: true }],
  ['what is typed needs nobody to write it down', { spoken: false }, { captions: true }, { asks: 'openrouter', speaks: 'elevenlabs', offered: true }],
  ['without words a coach gets nothing', {}, { scribe: '' }, {}],
  ['nor in a language nobody writes down', { unheard: true }, {}, {}],
  ['captions hear the voice in any language', { unheard: true }, { captions: true }, { hears: 'elevenlabs' }],
  ['where nothing is asked further it is only written down', { probed: false }, {}, { writes: 'elevenlabs', offered: true }],
  ['where nothing is asked further captions are all there is', { probed: false }, { captions: true }, { hears: 'elevenlabs' }],
  ['nothing is offered where nothing is asked further of what is typed', { probed: false, spoken: false }, {}, {}],
  ['the built-in coach words nothing of what was said', {}, { coach: '' }, { writes: 'elevenlabs', offered: true }],
  ['a voice that cannot speak gets no follow-ups', { voiced: false }, {}, { writes: 'elevenlabs', asks: 'openrouter', offered: true }],
  ['nobody was chosen', {}, { coach: '', scribe: '', voice: '' }, {}],
])('%s', (_, occasion, chosen, want) => {
  expect(partnersOf({ ...usual, ...occasion }, { ...all, ...chosen })).toEqual({ ...nobody, ...want });
});
