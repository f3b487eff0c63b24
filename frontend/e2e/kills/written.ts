import type { Locator, Page } from '@playwright/test';

/** What somebody saw while they wrote. */
export interface Written {
  /** Every text that stood in the field, and when it did. */
  texts: { text: string; at: number }[];
  /** The last of them that the page has shown as saved. */
  kept: number;
  /** How often it has shown that. */
  times: number;
}

/** Looks at the field and at what the page says of it, from within the page: nothing that was on screen goes unseen. */
export async function watch(field: Locator, status: Locator, saved: string): Promise<void> {
  const shown = await status.elementHandle();
  await field.evaluate(
    (box, [line, kept]) => {
      const written: Written = { texts: [], kept: 0, times: 0 };
      const look = () => {
        const text = box.textContent.trim();
        if (written.texts.at(-1)?.text !== text) written.texts.push({ text, at: Date.now() });
      };
      const read = () => {
        look();
        if (line!.textContent !== kept) return;
        written.kept = written.texts.length - 1;
        written.times++;
      };
      look();
      box.addEventListener('input', look);
      new MutationObserver(read).observe(line!, { characterData: true, childList: true, subtree: true });
      (window as unknown as { written: Written }).written = written;
    },
    [shown, saved] as const,
  );
}

/** What was seen since; also when the program is gone, as the page stays. */
export function written(page: Page): Promise<Written> {
  return page.evaluate(() => (window as unknown as { written: Written }).written);
}
