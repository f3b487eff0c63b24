// What providers and models are called on screen.
import { dollars } from '../../i18n/format';
import { m } from '../../i18n/messages';
import type { ModelView, Part, Providers, ProviderView } from '../../state/providers.svelte';

/** Services that can play each part; a server is asked what it has. */
const able: Record<Part, string[]> = {
  coach: ['openrouter', 'server'],
  scribe: ['elevenlabs', 'server'],
  voice: ['elevenlabs', 'server'],
};

const programs: Record<string, string> = {
  ollama: 'Ollama',
  'llama.cpp': 'llama.cpp',
  lmstudio: 'LM Studio',
  'whisper.cpp': 'whisper.cpp',
  kokoro: 'Kokoro',
};

/** What a server program is called. */
export function programName(dialect: string): string {
  return programs[dialect] ?? m['providers.someServer']();
}

function nameOf({ kind, name, baseUrl }: ProviderView): string {
  if (kind === 'openrouter') return 'OpenRouter';
  if (kind === 'elevenlabs') return 'ElevenLabs';
  return name || baseUrl;
}

/** What a provider is called. */
export function providerName(providers: Providers, id: string): string {
  const entry = providers.entry(id);
  return entry ? nameOf(entry) : m['providers.thisComputer']();
}

/** Whom a part can be given to. */
export function playersOf(providers: Providers, part: Part): { value: string; label: string }[] {
  const set = providers.view?.entries.filter(({ kind }) => able[part].includes(kind)) ?? [];
  const here = part === 'scribe' ? [{ value: 'recogniser', label: m['providers.thisComputer']() }] : [];
  return [...here, ...set.map((entry) => ({ value: entry.id, label: nameOf(entry) }))];
}

/** A model with its price, where the provider tells it. */
export function modelLabel({ id, name, promptUsd, answerUsd, rough }: ModelView): string {
  const called = name || id;
  if (rough) return m['providers.modelRough']({ name: called });
  if (promptUsd == null || answerUsd == null) return called;
  if (promptUsd === 0 && answerUsd === 0) return m['providers.modelFree']({ name: called });
  return m['providers.modelPrice']({ name: called, prompt: dollars(promptUsd), answer: dollars(answerUsd) });
}
