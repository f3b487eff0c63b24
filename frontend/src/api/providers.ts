import * as bound from '../../wailsjs/go/app/Providers';
import type { app, provider as models } from '../../wailsjs/go/models';
import { type Plain, asBound, call } from './call';

/** What was chosen about providers, and where keys lie. */
export type ProvidersView = Plain<app.ProvidersView>;
/** A provider that was set up. */
export type ProviderView = Plain<app.ProviderView>;
/** What a provider says of a key; what it doesn't say is null. */
export type ProviderAccount = Plain<app.ProviderAccountView>;
/** A model to choose; prices are of a million tokens in US dollars. */
export type ModelView = Plain<app.ModelView>;
/** A server that was found on this computer. */
export type FoundServer = Plain<app.FoundServerView>;
/** Who plays a part. */
export type Choice = Plain<models.Choice>;
/** About what a rehearsal costs, in US dollars; null where nobody tells prices. */
export type Forecast = { translation: number | null; followUps: number | null; scores: number | null };
/** What OpenRouter may do with the words. */
export type ProviderPrivacy = Plain<models.Privacy>;
/** What somebody can do in a rehearsal: word and score, write down, or speak. */
export type Part = 'coach' | 'scribe' | 'voice';

/** Who takes part in rehearsals. What asks a provider starts a task; the id fetches what it brought. */
export const providers = {
  get: () => call(() => bound.Get()),
  startSaveKey: (kind: string, key: string) => call(() => bound.StartSaveKey(kind, key)),
  startSignIn: () => call(() => bound.StartSignIn()),
  startAddServer: (name: string, baseUrl: string, dialect: string, key: string, model: string) =>
    call(() => bound.StartAddServer(name, baseUrl, dialect, key, model)),
  startCheck: (id: string) => call(() => bound.StartCheck(id)),
  account: (task: string) => call(() => bound.Account(task)),
  startModels: (id: string, part: Part) => call(() => bound.StartModels(id, part)),
  models: (task: string) => call(() => bound.Models(task)),
  startTry: (part: Part) => call(() => bound.StartTry(part)),
  startFindServers: () => call(() => bound.StartFindServers()),
  servers: (task: string) => call(() => bound.Servers(task)),
  choose: (part: Part, choice: Choice) => call(() => bound.Choose(part, asBound<models.Choice>(choice))),
  setPrivacy: (privacy: ProviderPrivacy) => call(() => bound.SetPrivacy(asBound<models.Privacy>(privacy))),
  setCaptions: (on: boolean) => call(() => bound.SetCaptions(on)),
  setLimit: (usd: number) => call(() => bound.SetLimit(usd)),
  /** About what scoring answers of so many letters costs, in US dollars; null where nobody tells prices. */
  estimate: (letters: number[]) => call(() => bound.Estimate(letters)),
  /** About what a rehearsal of so many questions costs, in US dollars; null where nobody tells prices. */
  forecast: (questions: number): Promise<Forecast> =>
    call(async () => {
      const { translation, followUps, scores } = await bound.Forecast(questions);
      return { translation: translation ?? null, followUps: followUps ?? null, scores: scores ?? null };
    }),
  remove: (id: string) => call(() => bound.Remove(id)),
};
