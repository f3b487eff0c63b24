// The sources of the templates, apart from their list: only the compiler needs them.
const files = import.meta.glob<string>(['./*.typ', '../report/*.typ'], { query: '?raw', import: 'default', eager: true });

/** The sources by the path they have for the compiler: "/lib.typ", "/ledger-serif.typ". */
export function sources(): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/')), text]));
}
