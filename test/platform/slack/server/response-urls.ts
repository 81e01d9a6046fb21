import { checkBlocks } from './block-rules.ts';
import { collectFaults, faultLines } from './faults.ts';
import { post } from './posting.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Json, Posted, Workspace } from './workspace.ts';
import { secret } from './workspace.ts';

const life = 30 * 60_000;
const uses = 5;

interface Issued {
  readonly url: string;
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed; null after a slash command. */
  readonly message: Posted | null;
  readonly at: number;
  used: number;
}

/** Response URLs: five uses within thirty minutes, in any channel, whether the bot is in it or not. */
export interface ResponseUrls {
  readonly issue: (channel: string, user: string, message: Posted | null) => string;
  /** Does what was sent to the path of a response URL. Refuses as Slack does. */
  readonly use: (path: string, body: Json) => void;
}

export function createResponseUrls(workspace: Workspace, base: () => string): ResponseUrls {
  const issued = new Map<string, Issued>();
  return {
    issue: (channel, user, message) => {
      const path = `/actions/${workspace.team.id}/${secret()}`;
      const url = base() + path;
      issued.set(path, { url, channel, user, message, at: workspace.now(), used: 0 });
      return url;
    },
    use: (path, body) => {
      const response = issued.get(path);
      if (!response || workspace.now() - response.at > life) throw new Refusal('expired_url');
      if (++response.used > uses) throw new Refusal('used_url');
      respond(workspace, response, body);
    },
  };
}

function respond(workspace: Workspace, response: Issued, body: Json): void {
  const { message, url } = response;
  if (body.delete_original === true) {
    if (!message) throw new Refusal('no_original');
    message.isDeleted = true;
    workspace.journal.add({ kind: 'deleted', message, responseUrl: url });
    return;
  }
  const { blocks, text } = content(workspace, response, body);
  // A press replaces the message it came from unless told otherwise.
  if (message && body.replace_original !== false) {
    Object.assign(message, { text, blocks });
    workspace.journal.add({ kind: 'changed', message, responseUrl: url });
    return;
  }
  const thread = body.thread_ts;
  post(workspace, {
    channel: response.channel,
    thread: typeof thread === 'string' ? thread : null,
    user: workspace.bot.userId,
    ephemeralTo: body.response_type === 'in_channel' ? null : response.user,
    responseUrl: url,
    text,
    blocks,
    unfurls: body.unfurl_links !== false,
  });
}

function content(workspace: Workspace, response: Issued, body: Json) {
  const blocks = body.blocks ?? [];
  const text = typeof body.text === 'string' ? body.text : '';
  const faults = collectFaults('/blocks');
  const isEphemeral = response.message
    ? response.message.ephemeralTo !== null
    : body.response_type !== 'in_channel';
  const canShow = (file: string) => !isEphemeral && workspace.files.get(file)?.looksLeft === 0;
  checkBlocks(faults, blocks, { kind: 'message', canShow });
  if (faults.found.length > 0) throw invalid('invalid_blocks', faultLines(faults));
  if (!Array.isArray(blocks) || (blocks.length === 0 && text === '')) throw new Refusal('no_text');
  return { blocks, text };
}
