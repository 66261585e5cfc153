// Lints the page, its tests and the build's own scripts, with types.
import { defineConfig } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

export default defineConfig(
    { ignores: ['build/', 'dist/', '.toolchain/', 'wasm/', 'tests/core/'] },
    {
        files: ['**/*.ts'],
        extends: [tseslint.configs.strictTypeChecked],
        languageOptions: {
            parserOptions: {
                project: [
                    'tsconfig.json',
                    'web/tsconfig.page.json',
                    'web/tsconfig.worker.json',
                    'web/tsconfig.service-worker.json',
                    'tests/tsconfig.json',
                    'tests/*/tsconfig.json',
                ],
            },
        },
        rules: {
            // A number in a template is what it looks like.
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            // `() => call()` is how a callback is written, whatever the call gives.
            '@typescript-eslint/no-confusing-void-expression': [
                'error',
                { ignoreArrowShorthand: true },
            ],
            // A token is a code point, which is what spreading a string gives.
            '@typescript-eslint/no-misused-spread': 'off',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        },
    },
    {
        files: ['tests/**/*.ts'],
        rules: {
            // Where a test's expectation is missing, the test fails, as it should.
            '@typescript-eslint/no-non-null-assertion': 'off',
            // parse<T>(): a test says what shape it expects of JSON.
            '@typescript-eslint/no-unnecessary-type-parameters': 'off',
        },
    },
    {
        files: ['web/**/*.ts'],
        plugins: { jsdoc },
        rules: {
            // Whoever meets a name in another file finds there what it is for.
            'jsdoc/require-jsdoc': [
                'error',
                {
                    publicOnly: true,
                    enableFixer: false,
                    require: { FunctionDeclaration: false },
                    contexts: ['ExportNamedDeclaration[declaration]'],
                },
            ],
        },
    },
    { files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.recommended] },
);
