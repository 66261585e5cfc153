// Where the lecture's own list lies and what it is known by: the one address outside this page. The
// page's policy takes the host from here (vite.config.ts).

/** The list of the lecture: where it lies, what it is called, its SHA-256. */
export const original = {
  host: 'https://raw.githubusercontent.com',
  path: '/karpathy/makemore/master/names.txt',
  title: 'names.txt',
  repository: 'github.com/karpathy/makemore',
  sha256: '0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d',
} as const;
