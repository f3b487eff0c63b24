// What a résumé can look like, as the typesetter has it.
export type { Block, Document, Entry, Layout, Words } from '../paper/document';
export { families } from '../paper/fonts';
export { show } from '../paper/show';
export { paperSize } from '../paper/style';
export { templateOf, templates } from '../paper/templates';
export type { Drawn } from '../paper/typesetter';
export { paperLanguages } from '../paper/words';
