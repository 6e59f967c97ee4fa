import tseslint from 'typescript-eslint';

const injected = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Inject Clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject Clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Inject Randomness.' },
];
const oneWriteDoor = [
  {
    selector: "CallExpression[callee.property.name='transaction']",
    message: 'All writes go through Database.runInTransaction.',
  },
  {
    selector: "CallExpression[callee.property.name='save']",
    message: 'Loading and saving loses updates: insert, upsert or update conditionally.',
  },
  {
    selector: "Decorator[expression.callee.name='Transactional']",
    message: 'Use Database.runInTransaction.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.js',
      'docs/',
      '.cache/',
      '.data/',
      'tools/fixtures/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.check.json', './miniprogram/tsconfig.json', './console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/**/*.ts', 'shared/src/**/*.ts', 'sandbox/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...injected, ...oneWriteDoor] },
  },
  {
    files: ['server/src/platform/database/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...injected] },
  },
  {
    // The one place that reads the machine's clock and randomness.
    files: ['server/src/platform/clock/**/*.ts', 'sandbox/src/clock*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      'tools/**/*.ts',
      'bench/**/*.ts',
      'server/src/cli/**/*.ts',
      'server/src/main.ts',
      'sandbox/src/main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Specs read untyped answers over HTTP; the schema of the contract is what they are checked against.
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'e2e/**/*.ts', '**/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
);
