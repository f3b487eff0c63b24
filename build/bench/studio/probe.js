// Put into the page by the bench: pairs keys with the pages that show them. What the
// studio leaves on the browser's timeline (state/timeline.ts) is listened to as it is left.
window.probe ??= (() => {
  const probe = { keys: [], pages: [], pdfs: [], gap: 0, longTask: 0, opened: 0, edited: 0, of: 0, failed: '', id: '' };
  const waiting = new Set();

  // The first moment after the next frame was painted.
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(0);
    });
  const painted = (page) => {
    probe.pages.push(page);
    probe.of = page.pages;
    for (const look of waiting) if (look(page)) waiting.delete(look);
  };
  const measure = performance.measure.bind(performance);
  performance.measure = (name, options) => {
    const entry = measure(name, options);
    if (name === 'page') afterPaint((at) => painted({ since: entry.startTime, ...entry.detail, at }));
    if (name === 'pdf') probe.pdfs.push(entry.duration);
    return entry;
  };
  const pageWith = (holds) => new Promise((done) => waiting.add((page) => holds(page) && (done(page), true)));

  // A key counts when it has changed the text.
  let down;
  addEventListener('keydown', (event) => (down = { letter: event.key !== ' ', stamp: event.timeStamp, heard: performance.now() }), true);
  addEventListener(
    'input',
    () => {
      if (down) probe.keys.push({ ...down, entered: performance.now() });
      down = undefined;
    },
    true,
  );

  const every = 5;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    probe.gap = Math.max(probe.gap, now - last - every);
    last = now;
  }, every);
  if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) probe.longTask = Math.max(probe.longTask, duration);
    }).observe({ type: 'longtask' });

  const told = (work) => void work.catch((reason) => (probe.failed = String(reason?.message ?? JSON.stringify(reason))));
  const caretToEnd = () => {
    const line = document.querySelector('.line [contenteditable=true]');
    line.focus();
    getSelection().selectAllChildren(line);
    getSelection().collapseToEnd();
  };

  return Object.assign(probe, {
    /** Makes a résumé of the whole ledger, unless there is one. */
    create: () => {
      const { List, Create } = window.go.app.Resumes;
      const made = List().then(async ([one]) => one ?? (await Create('Operations manager', 'ledger-serif', 'en')).resume);
      told(made.then(({ id }) => (probe.id = id)));
    },
    /** Goes to the studio and waits for the first page with something on it. */
    open: () => {
      probe.opened = 0;
      const from = performance.now();
      const first = pageWith(({ drawn }) => drawn > 0);
      told(
        first.then(({ at, since, compileMs, drawMs }) => {
          probe.opened = at - from;
          probe.opening = { asked: since - from, compiling: compileMs, drawing: drawMs };
        }),
      );
      location.hash = `#/resumes/${probe.id}/work`;
    },
    /** Opens the first role. */
    unfold: () => (document.querySelector('.work details.card').open = true),
    /** Puts the caret behind its first line. */
    write: () => {
      caretToEnd();
      Object.assign(probe, { keys: [], pages: [], gap: 0, longTask: 0 });
    },
    /** A letter in, a letter out, each with its page. */
    edit: (times) => {
      probe.edited = 0;
      caretToEnd();
      const all = async () => {
        while (probe.edited < times) {
          const from = performance.now();
          const shown = pageWith(({ since }) => since >= from);
          if (!document.execCommand(probe.edited % 2 ? 'delete' : 'insertText', false, 'x')) throw new Error('the text takes no edit');
          await shown;
          probe.edited++;
          probe.pages.length = 0;
        }
      };
      told(all());
    },
    /**
     * For each letter, how long until the first page that was asked for with it in the text. A space
     * at the end of a text is nothing on a page: no page comes for it.
     */
    waits: () => probe.keys.filter(({ letter }) => letter).map((key) => (probe.pages.find(({ since }) => since >= key.entered)?.at ?? Infinity) - key.stamp),
    /** What of that time was what, for each key and for each page. */
    parts: () => ({
      entering: probe.keys.map((key) => key.entered - key.stamp),
      compiling: probe.pages.map((page) => page.compileMs),
      drawing: probe.pages.map((page) => page.drawMs),
    }),
  });
})();
0;
