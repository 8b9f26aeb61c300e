import { readdirSync, readFileSync } from 'node:fs';

interface Source {
  readonly file: string;
  readonly text: string;
}

/** The code that runs in a shop: no tests, no benches, nothing that is generated. */
export function sourcesOf(folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .filter((file) => !file.includes('/generated/'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
