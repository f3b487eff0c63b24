// Invented people for the tests; any likeness is chance.
import { hard } from './hard';
import { latin } from './latin';
import { long } from './long';
import { otherScripts } from './otherScripts';
import type { Person } from './person';
import { rightToLeft } from './rightToLeft';

export type { Person };

export const people: Person[] = [...latin, ...otherScripts, ...rightToLeft, ...hard, ...long];
