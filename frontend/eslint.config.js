import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { layers, policies, testsUseTestkit } from './eslint.arrows.js';
import language from './eslint.language.js';
import svelteConfig from './svelte.config.js';

/** What points nowhere in the list is an error, packages included. */
const arrows = (list) => ({ default: 'disallow', checkAllOrigins: true, policies: list });

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'wailsjs/', 'src/i18n/generated/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipComments: true, skipBlankLines: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='localStorage'], CallExpression[callee.object.name='sessionStorage']",
          message: 'Nothing durable lives in web storage: the Go store is the only truth.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Our links are #/paths of our own router; there is no SvelteKit to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
      // A component is one function to the rule; its length is watched by max-lines.
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/**/*.test.ts'],
    plugins: { language },
    rules: { 'language/derived': 'error' },
  },
  // A Playwright fixture that needs no other is written ({}, use).
  { files: ['e2e/**'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
  { files: ['**/*.test.ts', 'src/testkit/**'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': layers,
      'import/resolver': { node: { extensions: ['.ts', '.svelte', '.js', '.json'] } },
    },
    rules: { 'boundaries/dependencies': ['error', arrows(policies)] },
  },
  {
    files: ['src/**/*.test.ts'],
    rules: { 'boundaries/dependencies': ['error', arrows([...policies, testsUseTestkit])] },
  },
);
