export type DatabaseAddress =
  | { readonly engine: 'postgres'; readonly url: string }
  | { readonly engine: 'sqlite'; readonly path: string };

/** What a DATABASE_URL names: `postgres://…`, or the path of a file, with or without `sqlite:` or `file:` before it. */
export function databaseOf(url: string): DatabaseAddress {
  if (/^postgres(ql)?:\/\//i.test(url)) return { engine: 'postgres', url };
  return { engine: 'sqlite', path: url.replace(/^(sqlite|file):(\/\/(?=\/))?/i, '') };
}
