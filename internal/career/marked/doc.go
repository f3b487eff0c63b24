// Package marked reads and writes the little rich text a résumé needs: bold, italic,
// links and flat lists, inside an ordinary string, so that a fact stays one value that
// can be searched, compared and merged.
//
// Inline: **bold**, *italic*, [words](https://…) with http, https, mailto and tel only.
// Blocks: paragraphs parted by a newline; a line that begins with "- " is an item of a
// list. A backslash before one of * [ ] ( ) \ - makes it an ordinary character.
//
// Nothing anybody types by accident is lost or becomes a mark: a star counts only where
// it stands at the edge of words and has its partner on the same line; everything else,
// HTML and other markup included, is text. Scripts written without spaces have no such
// edges and take marks anywhere.
//
// frontend/src/domain/marked.ts is the same in TypeScript; testdata/vectors.json holds
// both to one behaviour.
package marked
