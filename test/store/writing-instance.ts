import { openStore } from '../../src/store/index.ts';
import { ada, content, write } from './entries.ts';

/**
 * An instance in a process of its own: eight communities write entries at the same time, one after the other each,
 * and every entry is named as soon as it is confirmed.
 */
const [, , url = '', count = ''] = process.argv;
const log = { warn: () => {}, info: () => {} };
const store = await openStore({ url, secretKey: 'a key for tests', log });
const communities = Array.from({ length: 8 }, (_, i) => `c${i}`);
await Promise.all(
  communities.map(async (community) => {
    for (let i = 0; i < Number(count) / communities.length; i++) {
      await store.faq.commit(community, [write(`e${i}`, content(`Entry ${i}`))], ada);
      process.stdout.write(`${community} e${i}\n`);
    }
  }),
);
await store.close();
