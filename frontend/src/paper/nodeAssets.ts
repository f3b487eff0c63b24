// The compiler and the fonts from disk, for Node.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Assets } from './assets';

const require = createRequire(import.meta.url);

/** What a typesetter needs, read from the installed packages. */
export function nodeAssets(): Assets {
  return {
    modules: async () => ({
      compiler: await wasm('@myriaddreamin/typst-ts-web-compiler/wasm'),
      renderer: await wasm('@myriaddreamin/typst-ts-renderer/wasm'),
    }),
    font: (file) => bytes(require.resolve(`@expo-google-fonts/${file}`)),
  };
}

/** Every font file of a folder, in the order of their names. */
export async function fontsIn(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort();
  return Promise.all(names.map((name) => bytes(join(folder, name))));
}

async function wasm(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(require.resolve(name)));
}

async function bytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}
