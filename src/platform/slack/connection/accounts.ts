import type { Client } from './client.ts';

/** What the app may do in one workspace, and who put it there. */
export interface Account {
  /** Null where Slack does not say. */
  readonly scopes: readonly string[] | null;
  /** The user who installed the app; null where that is not known. */
  readonly installer: string | null;
}

/** The workspaces that the app is in. */
export interface Accounts {
  readonly about: (team: string | null) => Promise<Account>;
  /** For work that no event brought a client for; rejects where the app is no longer installed. */
  readonly client: (team: string | null) => Promise<Client>;
}
