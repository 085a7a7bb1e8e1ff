import { readFileSync, existsSync } from 'node:fs';
import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** The ordered feature list; a test of the server compares it with its own. */
const { features } = JSON.parse(
  readFileSync(new URL('./architecture.json', import.meta.url), 'utf8'),
);

/** app -> features (only earlier ones) -> lib, components/ui. Nothing points up. */
const zones = [
  ...features
    .filter((feature) => existsSync(new URL(`./src/features/${feature}`, import.meta.url)))
    .map((feature) => ({
      target: `./src/features/${feature}`,
      from: features
        .slice(features.indexOf(feature) + 1)
        .map((later) => `./src/features/${later}`)
        .concat('./src/app'),
      message: `${feature} may use only the features before it in architecture.json.`,
    })),
  {
    target: ['./src/lib', './src/components'],
    from: ['./src/features', './src/app'],
    message: 'lib and components know nothing of the features.',
  },
  {
    target: './src/lib',
    from: './src/components',
    message: 'lib draws nothing.',
  },
  {
    // Keys stay in the worker: the app holds a client of it.
    target: ['./src/app', './src/components', './src/features', './src/lib'],
    from: './src/workers/crypto',
    except: [
      './crypto-client.ts',
      './account-client.ts',
      './model.ts',
      './refusal.ts',
      './testing',
    ],
    message: 'The app speaks to the workers through their clients alone.',
  },
  {
    target: ['./src/app', './src/components', './src/features', './src/lib'],
    from: './src/workers/files',
    except: ['./files-client.ts', './files-api.ts', './format.ts'],
    message: 'The app speaks to the files worker through files-client.ts alone.',
  },
  {
    target: './src/workers',
    from: ['./src/features', './src/app', './src/components'],
    message: 'Workers know lib and nothing above it.',
  },
  {
    target: './src/features/*/api',
    from: ['./src/features/*/components', './src/features/*/hooks'],
    message: 'components -> hooks -> api: the arrows of a feature point one way.',
  },
  {
    target: './src/features/*/hooks',
    from: './src/features/*/components',
    message: 'components -> hooks -> api: the arrows of a feature point one way.',
  },
];

/** viem is the wallet's library and is loaded only when a wallet is used. */
const viem = { group: ['viem', 'viem/*'], message: 'Wallet code lives in lib/wallet.' };

/** The library of MLS has no opinion of its own about whom to believe and what to keep. */
const mls = {
  group: ['ts-mls', 'ts-mls/*', '@hpke/*'],
  message: 'Keys and the library that handles them live in workers/crypto.',
};

export default tseslint.config(
  { ignores: ['dist/', 'target/', 'src/lib/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { typescript: { project: './tsconfig.app.json' } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An event handler may start work whose failure is handled inside it.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance is handed in: take it as an argument.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Trusted Types forbid it.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [viem, mls] }] },
  },
  {
    files: ['src/lib/wallet/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [mls] }] },
  },
  {
    files: ['src/workers/crypto/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [viem] }] },
  },
  {
    files: ['*.js', 'scripts/**', 'e2e/**', 'public/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
