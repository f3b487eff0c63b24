// The attempts at a question, each with its answers.

/** What says which attempt an answer belongs to, and whether it is to the question itself (0) or a follow-up. */
interface Placed {
  attempt: number;
  probe: number;
}

/** An attempt: the answer to the question, then those to its follow-ups. */
export interface Attempt<A extends Placed> {
  number: number;
  answers: A[];
}

/** The answers, in their order, by attempt; an attempt without any isn't there. */
export function attemptsOf<A extends Placed>(answers: readonly A[]): Attempt<A>[] {
  const out: Attempt<A>[] = [];
  for (const answer of answers) {
    const last = out.at(-1);
    if (last?.number === answer.attempt) last.answers.push(answer);
    else out.push({ number: answer.attempt, answers: [answer] });
  }
  return out;
}

/** The numbers of those attempts that can be set beside one another: they answer the question itself. */
export function comparable<A extends Placed>(attempts: readonly Attempt<A>[]): number[] {
  return attempts.filter(({ answers }) => answers[0]?.probe === 0).map(({ number }) => number);
}

/** The questions, each with the answers of the attempt that counts alone. */
export function counted<Q extends { counts: number; answers: Placed[] }>(questions: readonly Q[]): Q[] {
  return questions.map((question) => ({ ...question, answers: question.answers.filter(({ attempt }) => attempt === question.counts) }));
}
