import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const noTauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/ipc/client.ts talks to the shell; call through it.',
}

export default ts.config(
  { ignores: ['dist', 'src/i18n/generated', 'src/ipc/generated', 'node_modules'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-restricted-imports': ['error', { patterns: [noTauri] }],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Words are data. Nothing a person wrote may become markup.' },
        { property: 'outerHTML', message: 'Words are data. Nothing a person wrote may become markup.' },
        { property: 'insertAdjacentHTML', message: 'Words are data. Nothing a person wrote may become markup.' },
      ],
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // A style attribute is refused by the content policy, so it would only work in the browser.
      'svelte/no-inline-styles': ['error', { allowTransitions: false }],
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // {' '} keeps a space that the compiler would drop; a Map that nothing draws from need not be reactive.
      'svelte/no-useless-mustaches': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      // A `let` of $state or $props that nobody assigns is still read as one.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$state', '$derived', '$bindable'] }],
    },
  },
  {
    files: ['src/components/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [noTauri, { regex: '/ipc/(?!generated/)|/screens/', message: 'Components take props and call back; they know neither core nor screens.' }] },
      ],
    },
  },
  { files: ['src/ipc/client.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.config.{js,ts}'], languageOptions: { globals: { ...globals.node } } },
)
