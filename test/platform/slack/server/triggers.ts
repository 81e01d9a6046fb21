import { Refusal } from './refusal.ts';
import { secret, type Workspace } from './workspace.ts';

const life = 3_000;

/** Trigger ids: each opens one view, within three seconds. */
export interface Triggers {
  readonly issue: (user: string) => string;
  /** Whose trigger it was. Refuses as Slack does. */
  readonly exchange: (id: string) => string;
}

export function createTriggers({ now }: Pick<Workspace, 'now'>): Triggers {
  const issued = new Map<string, { user: string; at: number; isUsed: boolean }>();
  return {
    issue: (user) => {
      const id = `${issued.size + 1}.${secret()}`;
      issued.set(id, { user, at: now(), isUsed: false });
      return id;
    },
    exchange: (id) => {
      const trigger = issued.get(id);
      if (!trigger) throw new Refusal('invalid_trigger_id');
      if (trigger.isUsed) throw new Refusal('exchanged_trigger_id');
      if (now() - trigger.at > life) throw new Refusal('expired_trigger_id');
      trigger.isUsed = true;
      return trigger.user;
    },
  };
}
