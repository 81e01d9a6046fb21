import { checkBlocks, isTooLongTogether } from '../block-rules.ts';
import { collectFaults, faultLines } from '../faults.ts';
import { invalid, Refusal } from '../refusal.ts';
import type { Json, Workspace } from '../workspace.ts';
import { parsed } from './method.ts';

const longestText = 40_000;

/** The text and blocks of a message, or Slack's refusal of them. */
export function messageContent(
  args: Json,
  workspace: Workspace,
  { isEphemeral = false }: { isEphemeral?: boolean } = {},
): { readonly text: string; readonly blocks: readonly Json[]; readonly warnings: readonly string[] } {
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = parsed(args, 'blocks', 'invalid_blocks_format') ?? [];
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const faults = collectFaults('/blocks');
  const canShow = (id: string) => !isEphemeral && isShowable(workspace, id);
  checkBlocks(faults, blocks, { kind: 'message', canShow });
  if (faults.found.length > 0) throw invalid('invalid_blocks', faultLines(faults));
  if (isTooLongTogether(blocks)) throw new Refusal('msg_blocks_too_long');
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (isEphemeral && text.length > longestText) throw new Refusal('msg_too_long');
  return {
    text: text.slice(0, longestText),
    blocks,
    warnings: text.length > longestText ? ['message_truncated'] : [],
  };
}

/** An image that Slack has looked through; the bot sees all of this workspace's files, for they are its own. */
function isShowable({ files }: Workspace, id: string): boolean {
  const file = files.get(id);
  if (!file?.isComplete || file.looksLeft > 0) return false;
  return file.bytes?.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) === true;
}
