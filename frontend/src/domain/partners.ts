// Who takes part while a rehearsal goes on, and what they get: the rules of the Go package
// interview, so that it can be said before anything is sent.

/** Whom a person chose for their rehearsals: ids of providers, empty where nobody is. */
export interface Chosen {
  coach: string;
  scribe: string;
  voice: string;
  /** Whoever writes down does so while somebody speaks. */
  captions: boolean;
}

/** What of a rehearsal decides who takes part. */
export interface Occasion {
  spoken: boolean;
  /** Follow-ups are asked. */
  probed: boolean;
  /** Whoever writes down doesn't know its language. */
  unheard: boolean;
  /** The questions can be read aloud. */
  voiced: boolean;
}

/** Who gets what: ids of providers, empty where nobody does. */
export interface Partners {
  /** The voice, live while it is heard. Nothing but the captions' own switch decides on it. */
  hears: string;
  /** The sound of each answer once it is over. */
  writes: string;
  /** The words of each answer, to ask further about them. */
  asks: string;
  /** Follow-ups worded by whoever asks, to read them aloud. */
  speaks: string;
  /** There is something to take part in; the rest is up to the person. */
  offered: boolean;
}

/** Who takes part, should the person want helpers in it. */
export function partnersOf({ spoken, probed, unheard, voiced }: Occasion, chosen: Chosen): Partners {
  const scribe = spoken ? chosen.scribe : '';
  const hears = chosen.captions ? scribe : '';
  const writes = chosen.captions || unheard ? '' : scribe;
  const worded = !spoken || (scribe !== '' && !unheard);
  const asks = probed && worded ? chosen.coach : '';
  const speaks = asks && voiced ? chosen.voice : '';
  return { hears, writes, asks, speaks, offered: writes !== '' || asks !== '' || (probed && worded && hears !== '') };
}
