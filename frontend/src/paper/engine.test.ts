import { beforeAll, expect, test } from 'vitest';
import { Engine, TypesetError } from './engine';
import { filesOf, families } from './fonts';
import { nodeAssets } from './nodeAssets';

let engine: Engine;

beforeAll(async () => {
  const assets = nodeAssets();
  engine = await Engine.start(await assets.modules());
  await engine.setFonts([await assets.font(filesOf(families[0]!)[0]!)]);
});

test('a template that fails says where, and the next one works', () => {
  engine.addSource('/bad.typ', '#let x = 1\n#unknown()');
  engine.addSource('/good.typ', 'Hello');
  expect(() => engine.layout('/bad.typ')).toThrow(TypesetError);
  expect(() => engine.layout('/bad.typ')).toThrow(/unknown variable.*bad\.typ 1:1/s);
  engine.layout('/good.typ');
  expect(engine.pages).toHaveLength(1);
});

test('a font that is none is left out', async () => {
  await engine.setFonts([new Uint8Array([1, 2, 3])]);
  engine.layout('/good.typ');
  expect(engine.pages).toHaveLength(1);
});

test('nothing is read from outside', () => {
  engine.addSource('/outside.typ', '#read("/etc/passwd")');
  expect(() => engine.layout('/outside.typ')).toThrow(TypesetError);
  engine.addSource('/package.typ', '#import "@preview/example:0.1.0": add');
  expect(() => engine.layout('/package.typ')).toThrow(TypesetError);
});
