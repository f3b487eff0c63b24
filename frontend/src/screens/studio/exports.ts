import FileBraces from '@lucide/svelte/icons/file-braces';
import FileText from '@lucide/svelte/icons/file-text';
import FileType from '@lucide/svelte/icons/file-type';
import Hash from '@lucide/svelte/icons/hash';
import Printer from '@lucide/svelte/icons/printer';
import TextIcon from '@lucide/svelte/icons/text';
import { m } from '../../i18n/messages';
import type { PaperView } from '../../state/paperView.svelte';
import type { MenuItem } from '../../ui/Menu.svelte';

/** Every form a résumé can leave in. */
export function exportMenu(paper: PaperView): MenuItem[] {
  const disabled = paper.busy || !paper.pages;
  return [
    { id: 'pdf', label: m['export.pdf'](), icon: FileText, disabled, run: () => void paper.save('pdf') },
    { id: 'docx', label: m['export.docx'](), icon: FileType, disabled, run: () => void paper.save('docx') },
    { id: 'jsonresume', label: m['export.jsonresume'](), icon: FileBraces, disabled, run: () => void paper.export('jsonresume') },
    { id: 'markdown', label: m['export.markdown'](), icon: Hash, disabled, run: () => void paper.export('markdown') },
    { id: 'text', label: m['export.text'](), icon: TextIcon, disabled, run: () => void paper.export('text') },
    { id: 'print', label: m['export.print'](), icon: Printer, disabled, run: () => void paper.print() },
  ];
}
