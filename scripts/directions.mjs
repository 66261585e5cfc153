// Who may include or import whom: "Direction of knowledge" in ARCHITECTURE.md as rules, and every exception
// with its reason. scripts/check holds the C++ to `units` and `tooLargeForThePage` (scripts/lib/includes.mjs),
// the TypeScript to the default export (dependency-cruiser). Tests may know everything.

/** One std::format, iostream or locale makes the wasm several times larger. */
export const tooLargeForThePage = ['format', 'iostream', 'locale', 'regex'];

/**
 * The C++ folders: besides the C++ standard library, a file of `folder` includes only headers of the folders in `knows`,
 * and of `libraries` in the files named there. `public`: its headers are what other folders may include.
 */
export const units = [
  {
    folder: 'core/include',
    public: true,
    knows: [],
    inPage: true,
    // A table's lanes are as many as the vectors of the machine it is compiled for.
    libraries: { 'xsimd/': ['core/include/makemore/lane_table.hpp'] },
  },
  {
    folder: 'core/src',
    knows: ['core/include'],
    inPage: true,
    // Bytes are compared a vector at a time.
    libraries: { 'xsimd/': ['core/src/plain_lines.cpp'] },
  },
  { folder: 'core/model_file/include', public: true, knows: ['core/include'], libraries: {} },
  {
    folder: 'core/model_file',
    knows: ['core/include', 'core/model_file/include'],
    libraries: { 'nlohmann/': ['core/model_file/'] },
  },
  {
    folder: 'core/cli',
    knows: ['core/include', 'core/model_file/include'],
    libraries: {
      'CLI/': ['core/cli/command_line'],
      'nlohmann/': ['core/cli/command_', 'core/cli/data_report.', 'core/cli/name_details.'],
      // The one place where the command asks ICU; the page asks JavaScript.
      'unicode/': ['core/cli/unicode.cpp'],
      // What only the operating system tells: is it a terminal, remove this when a signal comes.
      'unistd.h': [
        'core/cli/temporary_files.cpp',
        'core/cli/terminal.cpp',
        'core/cli/output_file.cpp',
      ],
    },
  },
  {
    folder: 'wasm',
    knows: ['core/include', 'core/model_file/include'],
    inPage: true,
    libraries: { 'emscripten/': ['wasm/'] },
  },
  // A stranger to the project: what is installed, and nothing else.
  { folder: 'examples/cpp', knows: ['core/include'], libraries: {} },
];

const messages = '^web/messages/';
const worker = '^web/worker/';
const bridge = '(^|/)build/wasm/';
const drawn = '^web/(ui|panels|lesson|studio|report)/';

/** What the worker needs of the page: modules without a document or a thread of their own. */
const shared = [
  messages,
  '^web/lists/reading\\.ts$',
  '^web/state/studio-defaults\\.ts$',
  '^web/text/(csv|labels)\\.ts$',
];

/** What starts, steers and keeps the page: it knows those that draw, and is handed to them as `Actions`. */
const steering = [
  '^web/(main|rest)\\.ts$',
  '^web/(control|keeping)/',
  // They act on what the rest of their folders says.
  '^web/links/address\\.ts$',
  '^web/lists/loader\\.ts$',
];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Type-only imports vanish, as between the files of web/messages; an import() is made later.',
      severity: 'error',
      from: {},
      to: {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] },
      },
    },
    {
      name: 'panels-know-no-panel',
      severity: 'error',
      from: { path: '^web/panels/([^/]+)$' },
      to: { path: '^web/panels/', pathNot: '^web/panels/$1$' },
    },
    {
      name: 'page-knows-no-worker',
      comment: 'They talk in messages; the client needs the address of its script.',
      severity: 'error',
      from: { path: '^web/', pathNot: [worker, '^web/control/client\\.ts$'] },
      to: { path: worker },
    },
    {
      name: 'client-knows-only-the-worker-s-address',
      severity: 'error',
      from: { path: '^web/control/client\\.ts$' },
      to: { path: worker, pathNot: '^web/worker/worker\\.ts$' },
    },
    {
      name: 'worker-knows-no-page',
      severity: 'error',
      from: { path: worker },
      to: { pathNot: [worker, ...shared, bridge] },
    },
    {
      name: 'only-the-worker-knows-the-core',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/worker/core\\.ts$' },
      to: { path: bridge },
    },
    {
      name: 'messages-are-types',
      severity: 'error',
      from: { path: messages },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'messages-know-only-each-other',
      severity: 'error',
      from: { path: messages },
      to: { pathNot: messages },
    },
    {
      name: 'what-draws-does-not-steer',
      severity: 'error',
      from: { path: drawn },
      to: { path: [...steering, '^web/on-demand\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-user-of-it',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^web/(panels|lesson|studio|report)/' },
    },
    {
      name: 'lesson-studio-and-report-stand-alone',
      severity: 'error',
      from: { path: '^web/(lesson|studio|report)/' },
      to: { path: '^web/(panels|lesson|studio|report)/', pathNot: '^web/$1/' },
    },
    {
      name: 'panels-know-no-lesson-or-studio',
      comment: 'The data panel opens the report.',
      severity: 'error',
      from: { path: '^web/panels/' },
      to: { path: '^web/(lesson|studio)/' },
    },
    {
      name: 'who-does-not-draw-knows-nobody-who-does',
      comment:
        'main and rest put the page together; on-demand fetches slips; recovery says that the worker died.',
      severity: 'error',
      from: {
        path: '^web/',
        pathNot: [drawn, '^web/(main|rest|on-demand|keeping/recovery)\\.ts$'],
      },
      to: { path: drawn },
    },
    {
      name: 'text-knows-nobody',
      severity: 'error',
      from: { path: '^web/text/' },
      to: { pathNot: '^web/text/' },
    },
    {
      name: 'state-knows-messages',
      severity: 'error',
      from: { path: '^web/state/' },
      to: { pathNot: ['^web/state/', messages, '^web/links/link\\.ts$'] },
    },
    {
      name: 'lists-know-messages-and-text',
      severity: 'error',
      from: { path: '^web/lists/', pathNot: steering },
      to: { pathNot: ['^web/lists/', messages, '^web/text/', '^web/links/link\\.ts$'] },
    },
    {
      name: 'state-and-lists-know-of-links-only-their-types',
      comment: 'What a link calls a list is what the page calls it.',
      severity: 'error',
      from: { path: '^web/(state|lists)/' },
      to: { path: '^web/links/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'links-know-messages-state-and-lists',
      severity: 'error',
      from: { path: '^web/links/', pathNot: steering },
      to: { pathNot: ['^web/(links|state|lists)/', messages] },
    },
    {
      name: 'who-does-not-steer-knows-nobody-who-does',
      severity: 'error',
      from: { path: '^web/(state|lists|links)/', pathNot: steering },
      to: { path: steering },
    },
    {
      name: 'libraries-in-their-place',
      comment: 'Each has one door: IndexedDB, the service worker, and the plugin of the build.',
      severity: 'error',
      from: {
        path: '^web/',
        pathNot: '^web/(keeping/storage|offline/service-worker|offline/plugin)\\.ts$',
      },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'page-knows-no-tests-or-scripts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    // Type-only imports count, and are told apart.
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: ['node_modules', bridge] },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  },
};
