import { openStore } from '../../src/store/index.ts';
import { ada, content, write } from './entries.ts';

/** An instance in a process of its own that writes entries one by one, and names each as soon as it is confirmed. */
const [, , url = '', count = ''] = process.argv;
const log = { warn: () => {}, info: () => {} };
const store = await openStore({ url, secretKey: 'a key for tests', log });
for (let i = 0; i < Number(count); i++) {
  await store.faq.commit('c1', [write(`e${i}`, content(`Entry ${i}`))], ada);
  process.stdout.write(`e${i}\n`);
}
await store.close();
