import { answersIn } from '../faq/index.ts';
import type { LeafCommand, Permission } from './command.ts';
import { UserError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { createLimit } from './limit.ts';
import { isEditor, type Services, settingsOf } from './services.ts';

/** Throws a `UserError` when somebody may not run a command, not here, or not yet. */
export type Admission = (command: LeafCommand, invocation: Invocation) => void;

/**
 * Who may do what, where, and how often, by the settings as they are known now. Commands for staff work in every
 * channel, lest a wrong setting lock them out, and are not counted: nobody loses what they wrote to a limit.
 */
export function createAdmission(services: Services, questionsPerMinute: number): Admission {
  const secondsToWait = createLimit(questionsPerMinute, 60);
  return ({ permission, description }, invocation) => {
    const { platform, community, channel, user, command } = invocation;
    if (permission !== 'everyone') {
      if (isPermitted(permission, invocation, services)) return;
      throw new UserError({
        code: 'not-allowed',
        permission,
        command: { ...description, name: command },
      });
    }
    const settings = settingsOf(invocation, services);
    const places = invocation.parent === undefined ? [channel] : [channel, invocation.parent];
    if (community !== null && !places.some((place) => answersIn(settings, place)))
      throw new UserError({ code: 'other-channel', community, channels: settings.channels });
    const seconds = secondsToWait(`${platform} ${user}`);
    if (seconds !== null)
      throw new UserError({ code: 'too-many-questions', limit: questionsPerMinute, seconds });
  };
}

function isPermitted(
  permission: Exclude<Permission, 'everyone'>,
  invocation: Invocation,
  services: Services,
): boolean {
  switch (permission) {
    case 'staff':
      return invocation.staff;
    case 'editors':
      return invocation.community === null ? invocation.staff : isEditor(invocation, services);
  }
}
