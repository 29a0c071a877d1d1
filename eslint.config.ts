import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Typed lint rules; formatting is prettier's, import boundaries are dependency-cruiser's. */
export default defineConfig(
  {
    ignores: [
      'node_modules',
      'cdk.out',
      '.local',
      'docs',
      'dist',
      'coverage',
      '**/*.cjs',
      'web/public',
      'web/src/api/schema.d.ts',
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // What runs in a terminal speaks to a terminal.
    files: ['infra/local/**', 'infra/demo/**', 'infra/openapi.ts', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests look into bodies of every shape; what they find there they compare.
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // A template is a tree of JSON, which assertions walk.
    files: ['test/infra/**'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
