import { post } from '../posting.ts';
import { Refusal } from '../refusal.ts';
import type { StoredFile, Workspace } from '../workspace.ts';
import { type Method, openChannel, optionalText, parsed, text } from './method.ts';

const getUploadURLExternal: Method = {
  token: 'bot',
  scope: 'files:write',
  run: (args, { workspace, base, looksUntilReady }) => {
    const length = Number(args.length);
    const alt = optionalText(args, 'alt_txt');
    if (!(length > 0)) throw new Refusal('missing_argument');
    if (alt !== null && alt.length > 1_000) throw new Refusal('alt_txt_too_large');
    const id = workspace.newId('F');
    workspace.files.set(id, {
      id,
      name: text(args, 'filename'),
      length,
      alt,
      bytes: null,
      title: '',
      isComplete: false,
      looksLeft: looksUntilReady(),
      shares: [],
    });
    return { upload_url: `${base()}/upload/v1/${id}`, file_id: id };
  },
};

const completeUploadExternal: Method = {
  token: 'bot',
  scope: 'files:write',
  run: (args, { workspace }) => {
    const given = parsed(args, 'files', 'invalid_arguments');
    const files = (Array.isArray(given) ? given : []).map((one) => {
      const file = find(workspace, String(one?.id));
      if (file.bytes === null) throw new Refusal('file_not_found');
      file.title = String(one?.title ?? file.name);
      return file;
    });
    if (files.length === 0) throw new Refusal('invalid_arguments');
    const shareIn = optionalText(args, 'channel_id');
    const channel = shareIn === null ? null : openChannel(workspace, shareIn);
    for (const file of files) file.isComplete = true;
    if (channel) {
      for (const file of files) file.shares.push(channel.id);
      post(workspace, {
        channel: channel.id,
        thread: optionalText(args, 'thread_ts'),
        user: workspace.bot.userId,
        text: optionalText(args, 'initial_comment') ?? '',
        files: files.map(({ id }) => id),
      });
    }
    // What kind of file it is becomes known only later, when Slack has looked through it.
    return { files: files.map((file) => ({ id: file.id, title: file.title, mimetype: '' })) };
  },
};

const info: Method = {
  token: 'bot',
  scope: 'files:read',
  run: (args, { workspace, base }) => {
    const file = find(workspace, text(args, 'file'));
    const isReady = file.isComplete && file.looksLeft === 0;
    if (file.isComplete && file.looksLeft > 0) file.looksLeft--;
    const mimetype = file.name.endsWith('.png') ? 'image/png' : 'text/plain';
    return {
      file: {
        id: file.id,
        name: file.name,
        title: file.title,
        size: file.length,
        mimetype: isReady ? mimetype : '',
        url_private_download: `${base()}/files-pri/${file.id}/${file.name}`,
      },
    };
  },
};

const remove: Method = {
  token: 'bot',
  scope: 'files:write',
  run: (args, { workspace }) => {
    const { id } = find(workspace, text(args, 'file'));
    workspace.files.delete(id);
    for (const message of workspace.messages.filter(({ files }) => files.includes(id))) {
      message.isDeleted = true;
      workspace.journal.add({ kind: 'deleted', message, responseUrl: null });
    }
    return {};
  },
};

export const fileMethods = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
  'files.info': info,
  'files.delete': remove,
};

/** Takes the bytes that were sent to an upload address; all of them, or none. */
export function takeUpload({ files }: Workspace, id: string, bytes: Buffer): void {
  const file = files.get(id);
  if (!file || bytes.length !== file.length) throw new Refusal('upload_failed');
  file.bytes = bytes;
}

function find({ files }: Workspace, id: string): StoredFile {
  const file = files.get(id);
  if (!file) throw new Refusal('file_not_found');
  return file;
}
