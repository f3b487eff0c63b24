// Stands in for what Wails puts into its window: bound methods under window.go.app,
// events under window.runtime. Served by the browser shell only.
//
// A window ends with its program, a page doesn't: when the stream of events breaks off
// and the program doesn't answer either, the page hears shell:lost; when the stream is
// there again, shell:back, and resync for what was missed.
(() => {
  const answerWithin = 5000; // milliseconds
  const againAfter = 3000;
  const call = async (method, args) => {
    const response = await fetch(`/local/call/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    }).catch(() => undefined);
    if (!response?.ok) throw { code: 'unavailable', key: 'fault.shellGone', params: {}, retryable: true };
    const answer = await response.json();
    if (answer.error) throw answer.error;
    return answer.result;
  };
  const area = (name) =>
    new Proxy({}, { get: (_, method) => (typeof method === 'string' ? (...args) => call(`${name}.${method}`, args) : undefined) });
  const app = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? area(name) : undefined) });
  window.go = { app };

  const listeners = new Map();
  const add = (name, callback, max) => {
    const entry = { callback, left: max };
    const all = listeners.get(name) ?? new Set();
    listeners.set(name, all.add(entry));
    return () => all.delete(entry);
  };
  const deliver = ({ name, payload }) => {
    for (const entry of [...(listeners.get(name) ?? [])]) {
      if (entry.left > 0 && --entry.left === 0) listeners.get(name).delete(entry);
      entry.callback(payload);
    }
  };
  let lost = false;
  const found = () => {
    if (!lost) return;
    lost = false;
    deliver({ name: 'shell:back' });
    deliver({ name: 'resync', payload: {} });
  };
  const answers = () =>
    fetch('/local/call/System.Get', { method: 'POST', body: '[]', signal: AbortSignal.timeout(answerWithin) }).then(
      (response) => response.ok,
      () => false,
    );
  const listen = () => {
    const source = new EventSource('/events');
    source.onopen = found;
    source.onmessage = (message) => deliver(JSON.parse(message.data));
    source.onerror = async () => {
      // The browser tries again by itself unless it was turned away.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, againAfter);
      if (lost || (await answers()) || lost || source.readyState === EventSource.OPEN) return;
      lost = true;
      deliver({ name: 'shell:lost' });
    };
  };
  listen();

  window.runtime = {
    EventsOnMultiple: (name, callback, max) => add(name, callback, max),
    EventsOn: (name, callback) => add(name, callback, -1),
    EventsOnce: (name, callback) => add(name, callback, 1),
    EventsOff: (...names) => names.forEach((name) => listeners.delete(name)),
    EventsEmit: (name, payload) => deliver({ name, payload }),
  };
})();
