import type { Answer, Diagnosis } from '../answer/index.ts';
import type { Message } from '../reply/index.ts';
import { argument } from './errors/argument.ts';
import { featuresMismatch } from './errors/features.ts';
import { fixList } from './errors/fix.ts';
import { sizesDiffer } from './errors/joined.ts';
import { knownWords } from './errors/known/index.ts';
import { wrongRank } from './errors/rank.ts';
import { wrongChannels, wrongCount, wrongInput } from './errors/sizes.ts';
import { convolutionTooLarge, paddingTooLarge, windowTooLarge } from './errors/window.ts';
import type { Words } from './errors/words.ts';
import { message } from './message.ts';
import { paragraph } from './prose.ts';
import { explainTopic, topicOf } from './topics/index.ts';

/** A pasted error in plain words: what it says with its own numbers, the likely cause, and ways out with their shapes. */
export function explainError(answer: Answer, diagnosis: Diagnosis): Message {
  const said = wordsFor(diagnosis);
  const [topic] = answer.topics;
  const background = topic ? explainTopic(topic) : [];
  return message({
    title: said?.title ?? (topic ? topicOf(topic.id).title : 'I know this message, but not what led to it'),
    blocks: said ? [...said.blocks, ...fixList(diagnosis.fixes), ...said.advice] : background,
  });
}

function wordsFor(diagnosis: Diagnosis): Words | null {
  switch (diagnosis.kind) {
    case 'window-too-large':
      return windowTooLarge(diagnosis);
    case 'convolution-too-large':
      return convolutionTooLarge(diagnosis);
    case 'wrong-rank':
      return wrongRank(diagnosis);
    case 'features-mismatch':
      return featuresMismatch(diagnosis);
    case 'padding-too-large':
      return paddingTooLarge(diagnosis);
    case 'sizes-differ':
      return sizesDiffer(diagnosis);
    case 'wrong-channels':
      return wrongChannels(diagnosis);
    case 'wrong-count':
      return wrongCount(diagnosis);
    case 'wrong-input':
      return wrongInput(diagnosis);
    case 'argument':
      return argument(diagnosis);
    case 'known': {
      const known = knownWords(diagnosis);
      return known && { title: known.title, blocks: [paragraph(known.text)], advice: [] };
    }
  }
}
