// The editor itself, loaded when the first text is to be edited.
import { Editor, Extension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { isLink } from '../domain/marked';
import { toMarked, toTree } from './convert';

export type { Editor } from '@tiptap/core';

/** What an editor needs to begin. */
export interface RichOptions {
  element: HTMLElement;
  /** Marked text. */
  value: string;
  /** With paragraphs and lists; else one line. */
  blocks: boolean;
  label: string;
  /** The marked text after each change. */
  onchange: (value: string) => void;
  /** The selection or its marks changed. */
  onselect: () => void;
}

/** Makes an editor in an element; destroy() ends it. */
export function createEditor(options: RichOptions): Editor {
  const { element, value, blocks, label } = options;
  return new Editor({
    element,
    content: toTree(value, blocks),
    extensions: extensions(blocks),
    editorProps: {
      // Esc belongs to what is around the text: it closes, or goes back.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Escape' },
      attributes: { role: 'textbox', 'aria-label': label, 'aria-multiline': String(blocks), spellcheck: 'true', dir: 'auto' },
    },
    onUpdate: ({ editor }) => options.onchange(toMarked(editor.getJSON(), blocks)),
    onTransaction: options.onselect,
  });
}

/**
 * Puts another text in the place of what is there, the caret as near as it was. A line that
 * differs in its spaces alone stays: they are tidied where it is kept, and somebody may be
 * about to type the next word after one.
 */
export function setValue(editor: Editor, value: string, blocks: boolean): void {
  const shown = toMarked(editor.getJSON(), blocks);
  if (shown === value || (!blocks && tidied(shown) === tidied(value))) return;
  const { from } = editor.state.selection;
  editor.commands.setContent(toTree(value, blocks), { emitUpdate: false });
  if (editor.isFocused) editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
}

function tidied(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function extensions(blocks: boolean) {
  const inline = [
    Document.extend({ content: blocks ? 'block+' : 'paragraph' }),
    Paragraph,
    Text,
    Bold,
    Italic,
    UndoRedo,
    Link.configure({ openOnClick: false, autolink: false, protocols: ['mailto', 'tel'], isAllowedUri: (href) => isLink(href ?? '') }),
  ];
  return blocks ? [...inline, BulletList, ListItem, ListKeymap] : [...inline, OneLine];
}

/** Enter makes no second line where there can't be one. */
const OneLine = Extension.create({
  name: 'oneLine',
  addKeyboardShortcuts: () => ({ Enter: () => true, 'Shift-Enter': () => true }),
});
