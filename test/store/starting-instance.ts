import { openStore } from '../../src/store/index.ts';
import { ada, content, write } from './entries.ts';

/** An instance in a process of its own: starts on the database, says whether it migrated, writes an entry, stops. */
const [, , url = '', id = ''] = process.argv;
const log = {
  warn: ({ err }: { readonly err: unknown }) => process.stderr.write(`${err}\n`),
  info: () => process.stdout.write('migrated\n'),
};
const store = await openStore({ url, secretKey: 'a key for tests', log });
await store.faq.commit('c1', [write(id, content(`Entry ${id}`))], ada);
await store.close();
