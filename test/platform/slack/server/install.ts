import type { OAuth } from './methods/method.ts';
import { secret } from './workspace.ts';

/** What somebody does with their browser to install the app. */
export interface Installing {
  /** Where the app listens. */
  readonly app: string;
  readonly user: string;
  readonly team: string;
  /** What comes back to the app in place of the state that it gave, or of the browser's cookie. */
  readonly forged?: { readonly state?: string; readonly cookie?: string };
}

interface Installed {
  readonly status: number;
  readonly page: string;
  readonly scopes: readonly string[];
}

/** Opens the app's page, agrees on Slack's, and follows the way back. */
export async function install(
  { app, user, team, forged = {} }: Installing,
  { clientId, codes }: OAuth,
  authorizeUrl: string,
): Promise<Installed> {
  const landing = await fetch(`${app}/slack/install`);
  const cookie = landing.headers.get('set-cookie')?.split(';')[0] ?? '';
  const link = /href="(https?:[^"]+)"/.exec(await landing.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const asked = new URL(link);
  if (`${asked.origin}${asked.pathname}` !== authorizeUrl) throw new Error(`not Slack's page: ${link}`);
  if (asked.searchParams.get('client_id') !== clientId) throw new Error('another app');
  const code = secret();
  codes.set(code, { team, user });
  const back = new URL(`${app}/slack/oauth_redirect`);
  back.searchParams.set('code', code);
  back.searchParams.set('state', forged.state ?? asked.searchParams.get('state') ?? '');
  const answer = await fetch(back, { headers: { cookie: forged.cookie ?? cookie } });
  const scopes = asked.searchParams.get('scope')?.split(',') ?? [];
  return { status: answer.status, page: await answer.text(), scopes };
}
