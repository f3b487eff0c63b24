import type { Attachment } from 'svelte/attachments';

/** Calls back once, when the element first comes into view. */
export function seen(callback: () => void): Attachment {
  return (element) => {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      callback();
    });
    watch.observe(element);
    return () => watch.disconnect();
  };
}
