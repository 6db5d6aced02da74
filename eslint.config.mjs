import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', '**/*.tmp/', '.astro/', '.cache/', 'node_modules/', 'src/**/fixtures/'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.astro'],
      },
    },
    rules: {
      // Counts and lines in messages need no String() around them.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `type` lets unions and object shapes of one family stand side by side.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...astro.configs.recommended,
  {
    // Astro's compiler output is not typed well enough for the type-aware rules.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
