import { type Command, createServices, type Services } from '../../src/command/index.ts';
import { openStore } from '../../src/store/index.ts';
import { answerAttachment, answerRequest } from '../../src/work/index.ts';

const emptyStore = () =>
  openStore({ url: ':memory:', secretKey: 'a key for tests', log: { warn: () => {}, info: () => {} } });

/** The FAQ and the settings over an empty store in memory, gone with the test file's process. */
export async function servicesFor(commands: readonly Command[]): Promise<Services> {
  return createServices(await emptyStore(), commands, { answerAttachment, answerRequest });
}
