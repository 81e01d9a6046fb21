import { explain, type View } from '../explain/index.ts';
import type { Request } from '../question/index.ts';
import type { Computed } from './asked-here.ts';
import type { AttachedFile } from './invocation.ts';
import { notice } from './notice.ts';
import { isTooLate, type Workbench } from './workbench.ts';

/** The largest file that is fetched, in bytes. */
const largest = 10 * 2 ** 20;

/** The answer on an attached array or picture; what stands in the way is said in one sentence, privately. */
export async function answerAttached(
  file: AttachedFile,
  request: Request,
  view: View | undefined,
  { answerAttachment }: Workbench,
): Promise<Computed> {
  if (file.size > largest) return unread(`${file.name} is too large`, 'I read files up to 10 MiB.');
  const bytes = await fetched(file);
  if (bytes === null)
    return unread(`I could not get ${file.name}`, 'The platform did not give it to me. Attach it once more.');
  try {
    const answered = await answerAttachment({ request, name: file.name, bytes });
    if (answered.ok) return { status: answered.answer.status, message: explain(answered.answer, view) };
    return unread(`I could not read ${file.name}`, answered.message);
  } catch (error) {
    if (!isTooLate(error)) throw error;
    return unread(
      `${file.name} takes too long`,
      'I stop after 10 seconds. Try a smaller array or a larger stride.',
    );
  }
}

const unread = (title: string, sentence: string): Computed => ({
  status: 'error',
  message: notice(title, sentence),
});

/** Null where the platform refuses: nothing that the asker or we could mend by a stack. */
async function fetched({ fetch }: AttachedFile): Promise<Uint8Array | null> {
  try {
    return await fetch();
  } catch {
    return null;
  }
}
