import { type Command, createServices, type Services } from '../../src/command/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** An empty store in memory, gone with the test file's process. */
export const emptyStore = (): Promise<Store> =>
  openStore({ url: ':memory:', secretKey: 'a key for tests', log: { warn: () => {}, info: () => {} } });

export async function servicesFor(commands: readonly Command[]): Promise<Services> {
  return createServices(await emptyStore(), commands);
}
