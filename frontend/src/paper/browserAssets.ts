// The compiler and the fonts over the page's own server. Nothing remote is ever loaded.
import compiler from '@myriaddreamin/typst-ts-web-compiler/wasm?url';
import renderer from '@myriaddreamin/typst-ts-renderer/wasm?url';
import type { Assets } from './assets';

const faces = import.meta.glob<string>(
  '../../node_modules/@expo-google-fonts/{source-serif-4,source-sans-3,inter,noto-sans,noto-serif,eb-garamond,ibm-plex-sans}/{400Regular,400Regular_Italic,700Bold,700Bold_Italic}/*.ttf',
  { query: '?url', import: 'default', eager: true, exhaustive: true },
);

/** What a typesetter needs, as files beside the page. */
export function browserAssets(): Assets {
  return {
    modules: async () => {
      const [one, other] = await Promise.all([wasm(compiler), wasm(renderer)]);
      return { compiler: one, renderer: other };
    },
    font: async (file) => {
      const url = faces[`../../node_modules/@expo-google-fonts/${file}`];
      if (!url) throw new Error(`no font file ${file}`);
      return new Uint8Array(await (await fetched(url)).arrayBuffer());
    },
  };
}

async function wasm(url: string): Promise<WebAssembly.Module> {
  return WebAssembly.compileStreaming(fetched(url));
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}
