import type { Action, Message } from '../reply/index.ts';
import type { Invocation } from './invocation.ts';
import { type Services, settingsOf } from './services.ts';

/** What stands under every answer: calling a human, where staff have said whom, and taking the answer away. */
export function withClosingActions(
  message: Message,
  where: Pick<Invocation, 'community'>,
  services: Services,
): Message {
  const { helper } = settingsOf(where, services);
  const call: readonly Action[] = helper === null ? [] : [{ kind: 'call', label: 'call a human' }];
  return { ...message, actions: [...message.actions, ...call, { kind: 'delete', label: 'delete' }] };
}
