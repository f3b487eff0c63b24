// A sentence made while a component is being made, or a module read, keeps the language of
// that moment. It must be made where it is drawn, in a function, or in $derived.

/** What answers in the language that is spoken just now. */
const speaking = /^(say|plural|locale|day|period|keysOf)$/;

/** Whether a call makes a sentence: m['key'](), say(key), day(stamp, now). */
function speaks({ callee }) {
  if (callee.type === 'MemberExpression') return callee.object.name === 'm' && callee.computed;
  return callee.type === 'Identifier' && speaking.test(callee.name);
}

/** Whether a function is run on the spot: labels.map((label) => …). */
function runsAtOnce({ parent }) {
  return parent.type === 'CallExpression' && /^(map|flatMap|filter|from)$/.test(parent.callee.property?.name ?? '');
}

/** Whether something is worked out again when the language changes. */
function worksAgain(node) {
  if (/Function/.test(node.type)) return !runsAtOnce(node);
  if (/^Svelte(?!Script)/.test(node.type)) return true;
  return node.type === 'CallExpression' && /^\$derived/.test(node.callee.name ?? '');
}

function check(context, call) {
  if (!speaks(call)) return;
  for (let node = call.parent; node && node.type !== 'SvelteScriptElement'; node = node.parent)
    if (worksAgain(node)) return;
  context.report({ node: call, messageId: 'kept' });
}

/** The rule "language/derived". */
export default {
  rules: {
    derived: {
      meta: {
        type: 'problem',
        messages: { kept: 'This sentence would keep the language it was made in: wrap it in $derived (eslint.language.js).' },
      },
      create: (context) => ({ CallExpression: (call) => check(context, call) }),
    },
  },
};
