// For tests: one typesetter for a test file, because starting one takes a second.
import type { Modules } from './engine';
import { nodeAssets } from './nodeAssets';
import { Typesetter } from './typesetter';

const assets = nodeAssets();
let modules: Promise<Modules> | undefined;
let shared: Promise<Typesetter> | undefined;

/** The one of this test file. */
export function typesetter(): Promise<Typesetter> {
  shared ??= freshTypesetter();
  return shared;
}

/** Another one with nothing laid out. */
export async function freshTypesetter(): Promise<Typesetter> {
  modules ??= assets.modules();
  return Typesetter.start(assets, { modules: await modules, fonts: [] });
}
