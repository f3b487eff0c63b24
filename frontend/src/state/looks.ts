// What a résumé can look like. Only lists are loaded here; the templates and fonts
// themselves come with the typesetter.
export type { Layout } from '../paper/document';
export { families } from '../paper/fonts';
export { type Template, templates, templateOf } from '../paper/templates/list';
