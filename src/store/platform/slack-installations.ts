import type { Db } from '../tables.ts';
import type { Vault } from '../vault.ts';

/**
 * Slack's installations, with their tokens, encrypted with the secret key. `workspace` is the team's id (the
 * enterprise's for an organisation-wide one), the same string that is the community's id.
 */
export interface SlackInstallations {
  /** `installation` is JSON as Bolt's installer hands it over. */
  readonly save: (workspace: string, installation: unknown) => Promise<void>;
  /** Null when not installed. Throws `SealBroken` when SECRET_KEY is another one than it was saved with. */
  readonly find: (workspace: string) => Promise<unknown>;
  readonly remove: (workspace: string) => Promise<void>;
}

export function slackInstallations(db: Db, vault: Vault): SlackInstallations {
  return {
    save: async (workspace, installation) => {
      const sealed = vault.seal(JSON.stringify(installation), workspace);
      await db
        .insertInto('slackInstallation')
        .values({ workspace, sealed })
        .onConflict((conflict) => conflict.column('workspace').doUpdateSet({ sealed }))
        .execute();
    },
    find: async (workspace) => {
      const found = await db
        .selectFrom('slackInstallation')
        .select('sealed')
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return found ? JSON.parse(vault.open(found.sealed, workspace)) : null;
    },
    remove: async (workspace) => {
      await db.deleteFrom('slackInstallation').where('workspace', '=', workspace).execute();
    },
  };
}
