import type { Installation, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import type { Communities } from '../../communities.ts';

/** The installations of the app with their tokens; the store keeps them encrypted. */
export interface Installations {
  readonly save: (workspace: string, installation: unknown) => Promise<void>;
  /** Null when not installed. */
  readonly find: (workspace: string) => Promise<unknown>;
  readonly remove: (workspace: string) => Promise<void>;
}

const bot = z.object({
  token: z.string(),
  scopes: z.array(z.string()),
  id: z.string(),
  userId: z.string(),
});
/** What token rotation adds. */
const renewed = z.object({ refreshToken: z.string(), expiresAt: z.number() });

/** What is read of Bolt's installation as it was kept. */
const kept = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  bot: z.union([bot.extend(renewed.shape), bot]),
});

type Installed = Installation<'v2', false> & { readonly bot: z.infer<typeof bot> };

/** Null when the app is not installed there. */
export async function findInstallation(
  workspace: string,
  installations: Installations,
): Promise<Installed | null> {
  const found = await installations.find(workspace);
  if (found === null) return null;
  const { user, ...rest } = kept.parse(found);
  return {
    ...rest,
    user: { id: user.id, token: undefined, scopes: undefined },
    enterprise: undefined,
    isEnterpriseInstall: false,
    authVersion: 'v2',
  };
}

/** The installations as Bolt's installer uses them: one for each workspace. */
export function installationStore(installations: Installations, communities: Communities): InstallationStore {
  return {
    storeInstallation: async (made: Installation) => {
      const { team } = made;
      if (team === undefined) throw new Error('Lifeguard is installed workspace by workspace');
      await installations.save(team.id, made);
      await communities.joined(team.id);
    },
    fetchInstallation: async ({ teamId }) => {
      const found = await findInstallation(teamId ?? '', installations);
      if (found === null) throw new Error('Lifeguard is not installed in this workspace');
      return found;
    },
    deleteInstallation: async ({ teamId }) => {
      await installations.remove(teamId ?? '');
    },
  };
}
