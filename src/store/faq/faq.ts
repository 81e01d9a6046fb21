import type { FaqStore } from '../../faq/index.ts';
import type { Db } from '../tables.ts';
import { readTrail } from '../trail.ts';
import type { Vault } from '../vault.ts';
import { commitFaq } from './commit.ts';
import { readFaq } from './read.ts';
import { useFaq } from './use.ts';

export function faqStore(db: Db, vault: Vault): FaqStore {
  return {
    ...readFaq(db),
    ...useFaq(db, vault),
    commit: commitFaq(db),
    trail: (community, limit) => readTrail(db, community, limit),
  };
}
