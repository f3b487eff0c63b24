import { expect, test } from 'vitest';
import { attemptsOf, comparable, counted } from './attempts';

const at = (attempt: number, probe: number) => ({ attempt, probe });

test('answers are put together by attempt, in their order', () => {
  const answers = [at(0, 0), at(0, 1), at(2, 0), at(2, 1), at(2, 2)];
  expect(attemptsOf(answers)).toEqual([
    { number: 0, answers: answers.slice(0, 2) },
    { number: 2, answers: answers.slice(2) },
  ]);
  expect(attemptsOf([])).toEqual([]);
});

test('only attempts with an answer to the question itself can be compared', () => {
  const followUpOnly = [at(0, 0), at(1, 1), at(2, 0), at(2, 1)];
  expect(comparable(attemptsOf(followUpOnly))).toEqual([0, 2]);
});

test('what is handed on has the answers of the attempt that counts alone', () => {
  const questions = [
    { words: 'a', counts: 0, answers: [at(0, 0), at(0, 1), at(1, 0)] },
    { words: 'b', counts: 2, answers: [at(1, 0)] },
  ];
  expect(counted(questions)).toEqual([
    { words: 'a', counts: 0, answers: [at(0, 0), at(0, 1)] },
    { words: 'b', counts: 2, answers: [] },
  ]);
});
