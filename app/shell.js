// Stands in for what Wails puts into its window: bound methods under window.go.app,
// events under window.runtime. Served by the browser shell only.
(() => {
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
  const source = new EventSource('/events');
  source.onmessage = (message) => deliver(JSON.parse(message.data));

  window.runtime = {
    EventsOnMultiple: (name, callback, max) => add(name, callback, max),
    EventsOn: (name, callback) => add(name, callback, -1),
    EventsOnce: (name, callback) => add(name, callback, 1),
    EventsOff: (...names) => names.forEach((name) => listeners.delete(name)),
    EventsEmit: (name, payload) => deliver({ name, payload }),
  };
})();
